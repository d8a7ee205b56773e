using Azure;
using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>Invented responses that the service's specification allows and no recording shows.</summary>
public sealed class SpecifiedAnswers
{
    private const string Host = "https://management.azure.com";
    private const string Version = "api-version=2025-11-01";

    private static readonly ResourceIdentifier Registry = AcrResourceIds.Registry("00000000-0000-0000-0000-000000000000", "build", "contoso");
    private static readonly ResourceIdentifier Token = AcrResourceIds.Token(Registry, "a-token");

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Change_that_is_answered_by_200_and_no_link_is_done(string method)
    {
        var answer = $$$"""
            {"id":"{{{Token}}}","name":"a-token",
             "systemData":{"createdBy":"maker","createdByType":"User","createdAt":"2026-11-21T06:00:00Z","lastModifiedBy":"changer","lastModifiedByType":"Application","lastModifiedAt":"2026-11-21T07:00:00Z"},
             "properties":{"creationDate":"2026-11-21T05:00:00Z","provisioningState":"Succeeded","status":"disabled","credentials":{
               "passwords":[{"name":"password2","creationTime":"2026-11-21T06:30:00Z","expiry":"2026-12-21T06:30:00Z"}],
               "certificates":[{"name":"certificate1","expiry":"2027-11-21T06:30:00Z","thumbprint":"00AA","encodedPemCertificate":"cGVt"}] } } }
            """;
        var replay = new Replay(method, Exchange(method, $"{Host}{Token}?{Version}", """{"properties":{"status":"disabled"}}""", answer));
        var changes = new AcrTokenChanges { Status = AcrTokenStatus.Disabled };

        var token = await replay.PlayAsync(executor =>
            method == "PUT"
                ? executor.CreateTokenAsync(Token, changes, WaitUntil.Completed, default)
                : executor.UpdateTokenAsync(Token, changes, WaitUntil.Completed, default)
        );

        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        token.Status.ShouldBe(AcrTokenStatus.Disabled);
        token.ScopeMapId.ShouldBeNull();
        token.CreatedOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 5, 0, 0, TimeSpan.Zero));
        token.SystemData.ShouldBe(
            new AcrSystemData
            {
                CreatedBy = "maker",
                CreatedByType = "User",
                CreatedOn = new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero),
                LastModifiedBy = "changer",
                LastModifiedByType = "Application",
                LastModifiedOn = new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.Zero),
            }
        );
        token
            .Passwords.ShouldHaveSingleItem()
            .ShouldBe(
                new AcrTokenPassword
                {
                    Name = AcrTokenPasswordName.Password2,
                    CreatedOn = new DateTimeOffset(2026, 11, 21, 6, 30, 0, TimeSpan.Zero),
                    ExpiresOn = new DateTimeOffset(2026, 12, 21, 6, 30, 0, TimeSpan.Zero),
                }
            );
        token
            .Certificates.ShouldHaveSingleItem()
            .ShouldBe(
                new AcrTokenCertificate
                {
                    Name = AcrTokenCertificateName.Certificate1,
                    ExpiresOn = new DateTimeOffset(2027, 11, 21, 6, 30, 0, TimeSpan.Zero),
                    Thumbprint = "00AA",
                    EncodedPemCertificate = "cGVt",
                }
            );
    }

    [Fact]
    public async Task List_goes_on_where_the_next_link_leads()
    {
        const string signed = "&$skiptoken=a%2Fb%3D%3D";
        var page = $"{Host}{Registry}/tokens?{Version}";
        var replay = new Replay(
            "two pages",
            Exchange(
                "GET",
                page,
                null,
                $$"""{"value":[{"id":"{{Registry}}/tokens/first"},{"id":"{{Registry}}/tokens/second"}],"nextLink":"{{page}}{{signed}}"}"""
            ),
            Exchange("GET", $"{page}{signed}", null, $$"""{"value":[{"id":"{{Registry}}/tokens/third"}],"nextLink":""}""")
        );

        var tokens = await replay.PlayAsync(executor => executor.ListTokensAsync(Registry, Odd.Fails, default).ToListAsync().AsTask());

        tokens.Select(token => token.Name).ShouldBe(["first", "second", "third"]);
    }

    [Fact]
    public async Task Password_is_found_by_its_name_and_only_with_its_value()
    {
        var replay = new Replay(
            "another password is listed first",
            Exchange(
                "POST",
                $"{Host}{Registry}/generateCredentials?{Version}",
                $$"""{"tokenId":"{{Token}}","name":"password2"}""",
                """{"username":"a-token","passwords":[{"name":"password1","creationTime":"2026-11-21T06:00:00Z"},{"name":"password2","value":"made up"}]}"""
            )
        );

        var credentials = await replay.PlayAsync(executor => executor.GenerateCredentialsAsync(Token, AcrTokenPasswordName.Password2, null, default));

        credentials.Passwords.Count.ShouldBe(2);
        credentials.Find(AcrTokenPasswordName.Password1).ShouldBeNull("it was not generated now");
        credentials.Find(AcrTokenPasswordName.Password2)!.Value.ShouldReveal("made up");
    }

    private static Exchange Exchange(string method, string url, string? body, string answer) =>
        new(new RecordedRequest(method, url, body), new RecordedResponse(200, answer));
}
