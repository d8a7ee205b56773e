namespace AcrTokens;

/// <summary>A part of a scope map: the permissions on one repository or gateway.</summary>
public abstract record AcrScope
{
    private protected AcrScope() { }

    /// <summary>The actions, such as <c>repositories/samples/hello/content/read</c>.</summary>
    public abstract IEnumerable<string> ToActions();

    /// <summary>The same without the registry's own host.</summary>
    internal virtual AcrScope InForm(OwnHosts own) => this;

    internal abstract void Check(Mistakes mistakes, OwnHosts own);

    /// <summary>Validates the scopes of a scope map.</summary>
    internal static void CheckAll(IReadOnlyList<AcrScope>? scopes, Mistakes mistakes, OwnHosts own)
    {
        var present = mistakes.Present("scopes", scopes);
        foreach (var scope in present)
            scope.Check(mistakes, own);

        var actions = present.SelectMany(s => s.InForm(own).ToActions()).Distinct().Count();
        mistakes.AddIf(actions > AcrNames.MaximumActions, $"a scope map holds at most {AcrNames.MaximumActions} actions, not {actions}");
    }
}
