using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

public sealed class Certificates
{
    private readonly AcrTokenCreateSettings settings = new AcrTokenCreateSettings().InRegistry().SetName("a-token").SetScopeMap("_repositories_pull");

    [Fact]
    public void Give_their_thumbprint_expiry_and_public_part()
    {
        using var certificate = Samples.Certificate();

        var added = settings.AddCertificate(certificate).Certificates.ShouldHaveSingleItem();

        added.Name.ShouldBe(AcrTokenCertificateName.Certificate1);
        added.Thumbprint.ShouldBe(certificate.Thumbprint);
        added.ExpiresOn.ShouldBe(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var pem = Encoding.ASCII.GetString(Convert.FromBase64String(added.EncodedPemCertificate!));
        using var decoded = X509Certificate2.CreateFromPem(pem);
        decoded.RawData.ShouldBe(certificate.RawData);
        pem.ShouldNotContain("PRIVATE");
    }

    [Fact]
    public void From_a_file_leave_its_private_key_there()
    {
        using var certificate = Samples.Certificate();
        using var key = certificate.GetECDsaPrivateKey()!;
        var path = Path.Combine(AppContext.BaseDirectory, "with-a-key.pem");
        File.WriteAllText(path, $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}");

        var added = settings.AddCertificateFile(path).Certificates.ShouldHaveSingleItem();

        added.Thumbprint.ShouldBe(certificate.Thumbprint);
        Encoding.ASCII.GetString(Convert.FromBase64String(added.EncodedPemCertificate!)).ShouldNotContain("PRIVATE");
    }

    [Theory]
    [InlineData("missing.pem", "cannot be read (Could not find file")]
    [InlineData("ci.der", "is a certificate in DER: openssl x509 -inform der -out ci.pem makes PEM of it")]
    [InlineData("ci.pfx", "is a PFX, with the private key in it: openssl pkcs12 -clcerts -nokeys -out ci.pem makes PEM of its certificate")]
    [InlineData("ci.txt", "holds no certificate")]
    public void From_a_file_of_another_kind_are_refused_with_its_name_and_what_is_taken(string name, string kind)
    {
        using var certificate = Samples.Certificate();
        var folder = Directory.CreateTempSubdirectory("acrtokens-test-");
        var path = Path.Combine(folder.FullName, name);
        if (Path.GetExtension(name) is not ".pem" and var extension)
            File.WriteAllBytes(
                path,
                extension switch
                {
                    ".der" => certificate.RawData,
                    ".pfx" => certificate.Export(X509ContentType.Pfx),
                    _ => Encoding.UTF8.GetBytes("none"),
                }
            );

        var refusal = Should.Throw<AcrException>(() => settings.AddCertificateFile(path));

        folder.Delete(recursive: true);
        refusal.Message.ShouldStartWith($"Certificate file '{path}' {kind}");
        refusal.Message.ShouldEndWith(". AddCertificateFile takes PEM, which begins with -----BEGIN CERTIFICATE-----.");
        refusal.NothingDone.ShouldBeTrue();
    }

    [Fact]
    public void Take_the_first_free_name_unless_one_is_given()
    {
        using var certificate = Samples.Certificate();

        settings
            .AddCertificate(certificate)
            .AddCertificate(certificate)
            .Certificates!.Select(c => $"{c.Name}")
            .ShouldBe(["certificate1", "certificate2"]);
        settings
            .AddCertificate(certificate, AcrTokenCertificateName.Certificate2)
            .AddCertificate(certificate)
            .Certificates!.Select(c => $"{c.Name}")
            .ShouldBe(["certificate2", "certificate1"]);
    }

    [Fact]
    public async Task Of_which_there_are_too_many_or_that_are_empty_are_refused()
    {
        using var certificate = Samples.Certificate();
        var client = new AcrClient(Substitutes.Executor());

        (
            await Should.ThrowAsync<AcrException>(() =>
                client.CreateTokenAsync(settings.AddCertificate(certificate).AddCertificate(certificate).AddCertificate(certificate))
            )
        ).Message.ShouldContain("a token has at most two certificates, not 3; certificate 'certificate2' is named more than once");
        (
            await Should.ThrowAsync<AcrException>(() =>
                client.CreateTokenAsync(settings.AddCertificate(new AcrTokenCertificate { Name = AcrTokenCertificateName.Certificate1 }))
            )
        ).Message.ShouldContain("certificate 'certificate1' has no EncodedPemCertificate");
    }

    [Fact]
    public async Task Go_over_the_wire_and_come_back()
    {
        await using var emulated = await Emulated.StartAsync();
        using var certificate = Samples.Certificate();

        var token = await emulated.Client.CreateTokenAsync(
            emulated.Of(settings.ResetResourceGroupName().ResetSubscriptionId()).AddCertificate(certificate)
        );
        var read = await emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings()).SetResourceId(token));

        var sent = JsonNode.Parse(emulated.Wire.Bodies[1])!["properties"]!["credentials"]!;
        sent.AsObject().Select(p => p.Key).ShouldBe(["certificates"], "passwords are not sent unless they are set");
        sent["certificates"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["name", "expiry", "thumbprint", "encodedPemCertificate"]);
        read.Certificates.ShouldHaveSingleItem().Thumbprint.ShouldBe(certificate.Thumbprint);
    }
}
