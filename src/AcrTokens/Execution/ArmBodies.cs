using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>Request bodies for Resource Manager, with only the properties that were set.</summary>
internal static class ArmBodies
{
    // A password is sent back with its name and dates only: the service makes the values.
    public static BinaryData ToBody(this AcrTokenChanges changes) =>
        Properties(json =>
        {
            json.WriteText("scopeMapId", changes.ScopeMapId?.ToString());
            json.WriteText("status", changes.Status?.ToString());
            if (changes.Passwords is null && changes.Certificates is null)
                return;

            json.WriteStartObject("credentials");
            json.WriteList(
                "passwords",
                changes.Passwords,
                password =>
                {
                    json.WriteText("name", password.Name.ToString());
                    json.WriteDate("creationTime", password.CreatedOn);
                    json.WriteDate("expiry", password.ExpiresOn);
                }
            );
            json.WriteList(
                "certificates",
                changes.Certificates,
                certificate =>
                {
                    json.WriteText("name", certificate.Name.ToString());
                    json.WriteDate("expiry", certificate.ExpiresOn);
                    json.WriteText("thumbprint", certificate.Thumbprint);
                    json.WriteText("encodedPemCertificate", certificate.EncodedPemCertificate);
                }
            );
            json.WriteEndObject();
        });

    public static BinaryData ToBody(this AcrScopeMapChanges changes) =>
        Properties(json =>
        {
            json.WriteText("description", changes.Description);
            if (changes.Actions is null)
                return;

            json.WriteStartArray("actions");
            foreach (var action in changes.Actions)
                json.WriteStringValue(action);
            json.WriteEndArray();
        });

    public static BinaryData GenerateCredentials(ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn) =>
        Write(json =>
        {
            json.WriteText("tokenId", token.ToString());
            json.WriteDate("expiry", expiresOn?.ToUniversalTime());
            json.WriteText("name", name?.ToString());
        });

    public static BinaryData RegenerateCredential(string name) => Write(json => json.WriteText("name", name));

    private static BinaryData Properties(Action<Utf8JsonWriter> members) =>
        Write(json =>
        {
            json.WriteStartObject("properties");
            members(json);
            json.WriteEndObject();
        });

    private static BinaryData Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new BinaryData(bytes.WrittenMemory);
    }

    private static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteDate(this Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } date)
            json.WriteString(name, date);
    }

    private static void WriteList<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T>? items, Action<T> members)
    {
        if (items is null)
            return;

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
