using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;

namespace AcrTokens;

/// <summary>How a lease ended, as one line of JSON for an audit log. It holds no secret.</summary>
internal sealed record LeaseAudit
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required ResourceIdentifier Token { get; init; }

    /// <summary>The settings of its mint; null if another process minted it.</summary>
    public AcrTokenMintSettings? Mint { get; init; }

    public DateTimeOffset? MintedOn { get; init; }

    public DateTimeOffset? ExpiresOn { get; init; }

    public required DateTimeOffset EndedOn { get; init; }

    /// <summary>What became of the token: see <see cref="Words"/>.</summary>
    public required string How { get; init; }

    /// <summary>What ended it: a method, the build's end, a signal, or the process's normal end.</summary>
    public required string By { get; init; }

    /// <summary>Why it could not be ended.</summary>
    public Exception? Failure { get; init; }

    public static string Words(TokenEnd end) =>
        end switch
        {
            TokenEnd.Disabled => "disabled",
            TokenEnd.Deleted => "deleted",
            TokenEnd.Released => "password removed",
            TokenEnd.Expired => "expired",
            _ => "gone",
        };

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
            Write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("token", Token.Name);
        json.WriteString("registry", Token.Parent!.Name);
        WriteScope(json);
        if (CiHost.Detect()?.RunId is { } run)
            json.WriteString("run", run);
        WriteTime("minted", MintedOn);
        WriteTime("expires", ExpiresOn);
        WriteTime("ended", EndedOn);
        json.WriteString("how", How);
        json.WriteString("by", By);
        if (Failure is not null)
            json.WriteString("error", Failure is AcrException { ServiceCode: { } code } ? code : Failure.GetType().Name);
        json.WriteEndObject();

        void WriteTime(string name, DateTimeOffset? time)
        {
            if (time is { } known && known != DateTimeOffset.MaxValue)
                json.WriteString(name, ServiceTime.ToSeconds(known).UtcDateTime);
        }
    }

    // An existing token's scope map is not known.
    private void WriteScope(Utf8JsonWriter json)
    {
        if (Mint?.ScopeMap is { } scopeMap)
            json.WriteString("scopeMap", scopeMap);
        if (Mint is not { Repositories.Count: > 0 })
            return;

        json.WriteStartArray("scope");
        foreach (var action in Mint.Repositories.SelectMany(scope => scope.InForm(Mint.OwnHosts).ToActions()).Distinct())
            json.WriteStringValue(action);
        json.WriteEndArray();
    }
}
