namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class StoredSecrets
{
    [Theory]
    [InlineData("string? password; void Run() => password = [|Lease.Password.Reveal()|];")]
    [InlineData("string? password; void Run() => this.password ??= [|Lease.Password.Reveal()|];")]
    [InlineData("string password = \"\"; void Run() => password += [|Lease.Password.Reveal()|];")]
    [InlineData("string? user, password; void Run() => (user, password) = (Lease.Name, [|Lease.Password.Reveal()|]);")]
    [InlineData("string? password; void Run() => Use(password = [|Lease.Password.Reveal()|]); void Use(string value) { }")]
    [InlineData("string? Password { get; set; } void Run() { Password = $\"{[|Lease.Password.Reveal()|]}\"; }")]
    [InlineData("static string? password; static void Run(AcrSecret secret) => password = [|secret.Reveal()|];")]
    [InlineData("static readonly AcrSecret Secret = null!; static readonly string Password = [|Secret.Reveal()|];")]
    [InlineData("static readonly AcrSecret Secret = null!; string Password { get; } = [|Secret.Reveal()|];")]
    [InlineData("[Parameter] string? Password; void Run() => Password = [|Lease.Password.Reveal()|];")]
    [InlineData("string? password; void Run() { var revealed = Lease.Password.Reveal(); Action act = () => password = [|revealed|]; act(); }")]
    [InlineData("void Run() => Environment.SetEnvironmentVariable(\"PASSWORD\", [|Lease.Password.Reveal()|]);")]
    [InlineData("void Run() => Environment.SetEnvironmentVariable(\"PASSWORD\", [|Lease.Password.Reveal()|], EnvironmentVariableTarget.Machine);")]
    [InlineData("void Run() => EnvironmentInfo.SetVariable(\"PASSWORD\", [|Lease.Password.Reveal()|]);")]
    [InlineData("class Pusher(AcrSecret secret) { readonly string password = [|secret.Reveal()|]; public override string ToString() => password; }")]
    [InlineData("record Pusher(AcrSecret Secret) { public string Password { get; } = [|Secret.Reveal()|]; }")]
    public Task Secret_that_is_kept_Triggers(string members) => Check.SourceAsync<SecretIsStored>(Build(members));

    [Theory]
    [InlineData(
        "static string? password; void Run() => password = [|Lease.Password.Reveal()|];",
        "The revealed secret is stored in static field 'password', where it outlives its use. Keep the lease or its AcrSecret, and reveal "
            + "where the secret is needed."
    )]
    [InlineData(
        "[Parameter] string? Password { get; set; } void Run() => Password = [|Lease.Password.Reveal()|];",
        "The revealed secret is stored in parameter 'Password', where it outlives its use. Mark the parameter '[Secret]', or keep the "
            + "lease and reveal where the secret is needed."
    )]
    [InlineData(
        "void Run() => Environment.SetEnvironmentVariable(\"P\", [|Lease.Password.Reveal()|]);",
        "The revealed secret is stored in the environment, where it outlives its use. Set it on the one process that needs it, or hand "
            + "that 'lease.GetDockerConfig().Variables'."
    )]
    public Task Message_Says_where(string members, string message) => Check.SourceAsync<SecretIsStored>(Build(members), message);

    [Theory]
    [InlineData("[Parameter, Secret] string? Password; void Run() => Password = Lease.Password.Reveal();")]
    [InlineData("[Secret] string? Password { get; set; } void Run() => Password = Lease.Password.Reveal();")]
    [InlineData("string Password => Lease.Password.Reveal();")]
    [InlineData("void Run() { var password = Lease.Password.Reveal(); }")]
    [InlineData("object Run() => new System.Net.NetworkCredential { Password = Lease.Password.Reveal() };")]
    [InlineData("void Run(System.Net.NetworkCredential login) => login.Password = Lease.Password.Reveal();")]
    [InlineData("AcrSecret? secret; void Run() => secret = Lease.Password;")]
    [InlineData("int length; void Run() => length = Lease.Password.Reveal().Length;")]
    public Task Secret_that_is_not_kept_DoesNotTrigger(string members) => Check.SourceAsync<SecretIsStored>(Build(members));
}
