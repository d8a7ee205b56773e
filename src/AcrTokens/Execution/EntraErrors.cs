using System.Globalization;
using System.Text.RegularExpressions;

namespace AcrTokens.Execution;

/// <summary>The meaning of the AADSTS errors that builds meet most, and what to do. Meanings are from Microsoft's list of AADSTS errors.</summary>
internal static partial class EntraErrors
{
    private const string FederatedAdvice =
        "Compare issuer, subject and audience of the application's federated credential with those of the sign-in: repository, branch, "
        + "environment or service connection";
    private const string DeviceAdvice = "Sign in on a device that the policy allows, or as a service principal or a managed identity";
    private const string SignInAgain = "Sign in again";

    public const string UsualSignIn = "az login";

    private static readonly Dictionary<int, (string Meaning, string Advice)> Known = new()
    {
        [7000215] = ("the client secret is wrong", "Set the secret's value, not its id, or make a new one"),
        [7000222] = ("the client secret has expired", "Make a new one, or sign in by a federated credential, which needs none"),
        [700016] = ("there is no such application in the tenant", "Check AZURE_CLIENT_ID and AZURE_TENANT_ID"),
        [7000229] = ("the application has no service principal in the tenant", "Make one (az ad sp create), or check AZURE_TENANT_ID"),
        [7000112] = ("the application is disabled", "Ask the tenant's administrators"),
        [700027] = ("the certificate is none of the application's", "Add it to the application, or check AZURE_CLIENT_CERTIFICATE_PATH"),
        [70021] = ("no federated credential of the application matches the sign-in", FederatedAdvice),
        [700211] = ("no federated credential of the application has the sign-in's issuer", FederatedAdvice),
        [700212] = ("no federated credential of the application has the sign-in's audience", FederatedAdvice),
        [700213] = ("no federated credential of the application has the sign-in's subject", FederatedAdvice),
        [700024] = (
            "the OIDC assertion has expired, since it is valid for minutes only",
            "Sign in again shortly before, or revoke in a job of its own (AcrTokenRevoke)"
        ),
        [90002] = ("there is no such tenant in this cloud", "Check AZURE_TENANT_ID and the cloud"),
        [900023] = ("the tenant's id is neither a GUID nor a domain name", "Check AZURE_TENANT_ID"),
        [53000] = ("a conditional access policy demands a compliant device", DeviceAdvice),
        [53001] = ("a conditional access policy demands a device of the domain", DeviceAdvice),
        [53003] = (
            "a conditional access policy forbids the sign-in",
            "Ask the tenant's administrators, or sign in as a service principal or a managed identity"
        ),
        [50076] = ("multi-factor authentication is needed", SignInAgain),
        [50079] = ("multi-factor authentication has to be set up", SignInAgain),
        [50173] = ("the sign-in was revoked, as by a new password", SignInAgain),
        [70008] = ("the refresh token has expired or was revoked", SignInAgain),
        [70043] = ("the refresh token is over", SignInAgain),
        [700082] = ("the refresh token has expired, since it was not used", SignInAgain),
    };

    /// <summary>
    /// Entra's error in a text, its meaning, and whether a retry may succeed (never for the errors above); null if the text has none.
    /// </summary>
    /// <param name="text">The text, such as an exception's message.</param>
    /// <param name="signIn">The command of the tool that signed in.</param>
    public static (string Reason, bool MayPass)? Find(string text, string signIn = UsualSignIn)
    {
        if (Number().Match(text) is not { Success: true } match)
            return null;

        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var said = Words.Line(match.Groups["said"].Value) is { Length: > 0 } line ? $" Entra says: {line}" : "";
        if (!Known.TryGetValue(number, out var known))
            return ($"AADSTS{number}.{said}", true);

        var advice = known.Advice == SignInAgain ? $"{SignInAgain} ({signIn})" : known.Advice;
        return ($"AADSTS{number}, {known.Meaning}. {advice}.{said}", false);
    }

    // The details after the sentence are for Microsoft's support; the exception's causes have them.
    [GeneratedRegex("AADSTS(?<number>[0-9]{3,9})(:\\s*(?<said>.*?))?(?=\\s*(Trace ID:|\\z))", RegexOptions.Singleline)]
    private static partial Regex Number();
}
