namespace AcrTokens;

/// <summary>A part of a scope map: what may be done on one repository or one gateway.</summary>
public abstract record AcrScope
{
    private protected AcrScope() { }

    /// <summary>The scope map's words for it, such as <c>repositories/samples/hello/content/read</c>.</summary>
    public abstract IEnumerable<string> ToActions();

    /// <summary>The same, without what is only a spelling of the registry's own.</summary>
    internal virtual AcrScope InForm(OwnHosts own) => this;

    internal abstract void Check(Mistakes mistakes, OwnHosts own);

    /// <summary>Checks scopes that are to be one scope map.</summary>
    internal static void CheckAll(IReadOnlyList<AcrScope>? scopes, Mistakes mistakes, OwnHosts own)
    {
        var present = mistakes.Present("scopes", scopes);
        foreach (var scope in present)
            scope.Check(mistakes, own);

        var actions = present.SelectMany(s => s.InForm(own).ToActions()).Distinct().Count();
        mistakes.AddIf(actions > AcrNames.MaximumActions, $"a scope map holds at most {AcrNames.MaximumActions} actions, not {actions}");
    }
}
