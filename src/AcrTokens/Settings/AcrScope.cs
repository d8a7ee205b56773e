namespace AcrTokens;

/// <summary>A part of a scope map: what may be done on one repository or one gateway.</summary>
public abstract record AcrScope
{
    private protected AcrScope()
    {
    }

    /// <summary>The scope map's words for it, such as <c>repositories/samples/hello/content/read</c>.</summary>
    public abstract IEnumerable<string> ToActions();

    internal abstract void Check(Mistakes mistakes);
}
