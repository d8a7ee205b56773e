using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>The reads and writes of a local variable or parameter, in the order of the source.</summary>
internal sealed class Variable
{
    private readonly List<IOperation> reads = [];
    private readonly List<int> writes = [];

    public IReadOnlyList<IOperation> Reads => reads;

    public bool IsWrittenAgain => writes.Count > 1;

    public void Read(IOperation reference) => reads.Add(reference);

    public void Write(IOperation assignment) => writes.Add(assignment.Syntax.Span.End);

    /// <summary>
    /// The reads that see a value written at a position. Those behind the next write see another value, even if that one is conditional: which
    /// one is read would only be known at run time.
    /// </summary>
    public IEnumerable<IOperation> ReadsOf(int written)
    {
        if (!IsWrittenAgain)
            return reads;

        var next = writes.Where(write => write > written).DefaultIfEmpty(int.MaxValue).Min();
        return reads.Where(read => read.Syntax.SpanStart >= written && read.Syntax.SpanStart < next);
    }

    /// <summary>The reads that see a value added to the variable's own at a position, as by <c>+=</c> or <c>Append</c>.</summary>
    public IEnumerable<IOperation> ReadsAfter(int position)
    {
        var next = writes.Where(write => write > position).DefaultIfEmpty(int.MaxValue).Min();
        return reads.Where(read => read.Syntax.SpanStart >= position && read.Syntax.SpanStart < next);
    }
}
