using AcrTokens;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.AcrTokens;

/// <summary>
/// Redacts secrets in an event's text, properties and exception, and passes it on. An event without secrets is passed on unchanged.
/// The sink owns the next logger, and disposes it so that its files are flushed.
/// </summary>
internal sealed class RedactingSink(Serilog.ILogger next) : ILogEventSink, IDisposable, IAsyncDisposable
{
    private static readonly MessageTemplateParser Parser = new();

    public void Emit(LogEvent logEvent) => next.Write(Redact(logEvent));

    public void Dispose() => (next as IDisposable)?.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (next is IAsyncDisposable ending)
            await ending.DisposeAsync().ConfigureAwait(false);
        else
            Dispose();
    }

    private static LogEvent Redact(LogEvent logEvent)
    {
        var template = AcrRedaction.Redact(logEvent.MessageTemplate.Text);
        var properties = logEvent.Properties.Select(p => (p.Key, Old: p.Value, New: Redact(p.Value))).ToList();
        var exception = logEvent.Exception is null ? null : RedactedException.Of(logEvent.Exception);
        if (
            ReferenceEquals(template, logEvent.MessageTemplate.Text)
            && exception == logEvent.Exception
            && properties.TrueForAll(p => ReferenceEquals(p.Old, p.New))
        )
            return logEvent;

        return new LogEvent(
            logEvent.Timestamp,
            logEvent.Level,
            exception,
            Parser.Parse(template),
            properties.Select(p => new LogEventProperty(p.Key, p.New)),
            logEvent.TraceId ?? default,
            logEvent.SpanId ?? default
        );
    }

    // Returns the same instance if there is nothing to redact.
    private static LogEventPropertyValue Redact(LogEventPropertyValue value)
    {
        var text = value is ScalarValue scalar ? scalar.Value?.ToString() ?? "" : value.ToString();
        return ReferenceEquals(AcrRedaction.Redact(text), text)
            ? value
            : value switch
            {
                ScalarValue => new ScalarValue(AcrRedaction.Redact(text)),
                SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Redact)),
                StructureValue structure => new StructureValue(
                    structure.Properties.Select(p => new LogEventProperty(p.Name, Redact(p.Value))),
                    structure.TypeTag
                ),
                DictionaryValue dictionary => new DictionaryValue(
                    dictionary.Elements.Select(e => KeyValuePair.Create((ScalarValue)Redact(e.Key), Redact(e.Value)))
                ),
                _ => new ScalarValue(AcrRedaction.Redact(text)),
            };
    }
}
