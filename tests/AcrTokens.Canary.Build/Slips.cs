using System.Diagnostics;
using System.Text;
using AcrTokens;
using Azure.Core;
using Azure.Core.Pipeline;
using Serilog;

/// <summary>Leaks the secret in all its written forms. The suite must find each of them.</summary>
static class Slips
{
    /// <returns>Ends the leak when disposed.</returns>
    public static IDisposable? Let(AcrTokenLease lease, string root, Action<string> summarize)
    {
        if (Mode.Slip == Slip.None)
            return null;

        var forms = WrittenSecret.All(lease.Name, lease.Password.Reveal());
        switch (Mode.Slip)
        {
            case Slip.Output:
                forms.ToList().ForEach(Console.WriteLine);
                forms.ToList().ForEach(Console.Error.WriteLine);
                return null;
            case Slip.File:
                File.WriteAllLines(Path.Combine(root, "slipped"), forms);
                File.WriteAllLines(Path.Combine(root, ".nuke", "slipped"), forms, Encoding.Unicode);
                File.WriteAllLines(Path.GetTempFileName(), forms);
                return null;
            case Slip.Argument:
                return new Child(new ProcessStartInfo("sh", ["-c", "cat", .. forms]));
            case Slip.Environment:
                return new Child(new ProcessStartInfo("sh", ["-c", "cat"]) { Environment = { ["SLIPPED"] = string.Join(' ', forms) } });
            case Slip.Survivor:
                Process.Start(new ProcessStartInfo("sh", ["-c", "survive &"]) { Environment = { ["SLIPPED"] = string.Join(' ', forms) } })!.WaitForExit();
                return null;
            case Slip.Log:
                LetIntoLog(forms, lease, summarize);
                return null;
            case Slip.HttpContent:
                LetIntoHttpLog(lease);
                return null;
            default:
                return null;
        }
    }

    public static string InException(AcrTokenLease lease) =>
        Mode.Slip == Slip.Log ? $"\n{string.Join('\n', WrittenSecret.Masked(lease.Name, lease.Password.Reveal()))}" : "";

    static void LetIntoLog(IReadOnlyList<string> forms, AcrTokenLease lease, Action<string> summarize)
    {
        var masked = WrittenSecret.Masked(lease.Name, lease.Password.Reveal());
        foreach (var form in masked)
        {
            Log.Information("Property {Form} and {@Object}", form, new { Inner = form, List = new[] { form }, Map = new Dictionary<string, string> { ["key"] = form } });
#pragma warning disable CA2254 // a template that changes is the slip
            Log.Warning($"Template {form.Replace("{", "{{", StringComparison.Ordinal)}");
#pragma warning restore CA2254
        }

        Log.Error(new InvalidOperationException($"Outer {masked[0]}", new InvalidOperationException(string.Join(' ', masked))), "With an exception");
        summarize(string.Join(' ', masked));
    }

    // The library's own request and response, but with the content in the log.
    static void LetIntoHttpLog(AcrTokenLease lease)
    {
        var options = new AcrClientOptions { Diagnostics = { IsLoggingContentEnabled = true, LoggedContentSizeLimit = int.MaxValue } };
        Registry.Connect(registry => options.Transport = registry.Transport);
        var pipeline = HttpPipelineBuilder.Build(options);
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{Registry.Variable("RESOURCE_MANAGER").TrimEnd('/')}{Registry.Variable("REGISTRY")}/generateCredentials?api-version={options.ApiVersion}"));
        message.Request.Headers.Add(HttpHeader.Names.Authorization, $"Bearer {Registry.Variable("TOKEN")}");
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(new { tokenId = lease.ResourceId, name = "password2" }));
        pipeline.Send(message, CancellationToken.None);
    }

    sealed class Child : IDisposable
    {
        readonly Process process;

        public Child(ProcessStartInfo start)
        {
            start.RedirectStandardInput = true;
            process = Process.Start(start)!;
        }

        public void Dispose()
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
