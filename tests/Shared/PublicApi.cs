using System.Reflection;
using System.Text.RegularExpressions;
using PublicApiGenerator;

/// <summary>
/// Compares the public API of the assembly under test with the project's PublicApi.verified.txt. A change there affects every
/// user, even a change of nullability, a default, a constraint, <c>sealed</c> or <c>init</c>.
/// </summary>
public sealed class PublicApi
{
    // By default it leaves out what extends Microsoft's namespaces.
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = ["System"] };

    [Fact]
    public void Is_as_verified()
    {
        var tests = typeof(PublicApi).Assembly.GetName().Name!;
        var api = Of(tests[..^".Tests".Length]);

        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, $"{api}\n");
        var verified = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.verified.txt")).ReplaceLineEndings("\n").Trim();
        if (api != verified)
            Assert.Fail(
                $"The public API has changed:\n{Difference(verified, api)}\nWhere it is meant, accept it: cp {received} "
                    + $"tests/{tests}/PublicApi.verified.txt"
            );
    }

    internal static string Of(string assembly) => Assembly.Load(assembly).GeneratePublicApi(Options).ReplaceLineEndings("\n").Trim();

    private static string Difference(string verified, string api)
    {
        var (had, has) = (Members(verified), Members(api));
        return string.Join('\n', [.. had.Except(has).Select(line => $"- {line}"), .. has.Except(had).Select(line => $"+ {line}")]);
    }

    // Each member follows its type, since the members of many types look the same.
    private static List<string> Members(string api)
    {
        var type = "";
        var members = new List<string>();
        foreach (var line in OnOneLine(api).Split('\n').Select(line => line.TrimEnd()).Where(line => line.TrimStart() is not ("{" or "}")))
        {
            var declared = Regex.Match(line, @"^ {4}(?:\[.*\] )?public .*?\b(?:class|struct|interface|enum|delegate) (\w+)");
            if (declared.Success)
                type = declared.Groups[1].Value;
            members.Add(declared.Success ? line.Trim() : $"{type}: {line.Trim()}");
        }

        return members;
    }

    // Joins an attribute with the member after it.
    private static string OnOneLine(string api) => Regex.Replace(api, @"^((?:    )+)(\[.*\])\n\1(?=\S)", "$1$2 ", RegexOptions.Multiline);
}
