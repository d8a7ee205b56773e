namespace AcrTokens.Execution;

/// <summary>Names the environment variable that made a credential's constructor fail, and its valid values.</summary>
internal static class CredentialMistakes
{
    /// <param name="exception">The constructor's exception.</param>
    /// <param name="variable">Reads the environment.</param>
    public static string Explain(Exception exception, Func<string, string?> variable) =>
        exception switch
        {
            ArgumentException { ParamName: "tenantId" } => Mistake(
                "AZURE_TENANT_ID",
                variable,
                "no tenant: it takes a tenant's id (a GUID) or domain name"
            ),
            FormatException => Authority(variable),
            ArgumentException when exception.Message.Contains("Authority host", StringComparison.OrdinalIgnoreCase) => Authority(variable),
            // Azure.Identity's message names the variable and its values.
            _ => Words.Line(exception.Message.Split("See the troubleshooting guide")[0], int.MaxValue),
        };

    private static string Authority(Func<string, string?> variable) =>
        Mistake(AcrCloud.AuthorityHostVariable, variable, "no https address, such as https://login.microsoftonline.com/");

    private static string Mistake(string name, Func<string, string?> variable, string what)
    {
        var value = variable(name) ?? "";
        var unexpanded =
            value.Contains("$(", StringComparison.Ordinal) || value.Contains("${", StringComparison.Ordinal)
                ? ". The variable in it was not replaced by a value"
                : "";
        return $"{name} is {Words.Visible(value)}, which is {what}{unexpanded}";
    }
}
