using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

/// <summary>The parts of the user's own docker configuration in a lease's private one.</summary>
public sealed class UserDockers : IDisposable
{
    private const string LoginServer = "contoso.azurecr.io";
    private const string Other = """{ "auth": "b3RoZXI6cHc=" }""";
    private const string Old = """{ "auth": "b2xkOnB3" }""";

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("user-docker-");

    public void Dispose() => folder.Delete(recursive: true);

    private string ConfigFile => Path.Combine(folder.FullName, "config.json");

    private string AuthFile => Path.Combine(folder.FullName, "auth.json");

    private UserDocker Docker => new(folder.FullName) { AuthFiles = [AuthFile] };

    [Fact]
    public void Keep_all_that_is_no_credential()
    {
        File.WriteAllText(
            ConfigFile,
            $$"""
            {
                "auths": { "ghcr.io": {{Other}} }, "credsStore": "desktop", "credHelpers": { "gcr.io": "gcloud" },
                "HttpHeaders": { "X-Build": "1" }, "proxies": { "default": { "httpProxy": "http://proxy.example:3128" } },
                "currentContext": "remote", "features": { "buildkit": "true" }, "aliases": { "builder": "buildx" }
            }
            """
        );

        var config = Read();

        Text(config["auths"]).ShouldBe("""{"contoso.azurecr.io":{"auth":"bGVhc2U="}}""");
        config
            .Select(member => member.Key)
            .ShouldBe(["HttpHeaders", "proxies", "currentContext", "features", "aliases", "cliPluginsExtraDirs", "auths"], ignoreOrder: true);
        Text(config["proxies"]).ShouldBe("""{"default":{"httpProxy":"http://proxy.example:3128"}}""");
        ((string?)config["currentContext"]).ShouldBe("remote");
    }

    [Theory]
    [InlineData("Auths", Old)]
    [InlineData("credsstore", "\"desktop\"")]
    [InlineData("CREDHELPERS", "{}")]
    public void Leave_credentials_out_however_their_names_are_spelled(string name, string value)
    {
        File.WriteAllText(ConfigFile, $$"""{ "{{name}}": {{value}} }""");

        Read().Select(member => member.Key).ShouldBe(["cliPluginsExtraDirs", "auths"], ignoreOrder: true);
    }

    [Fact]
    public void Find_plugins_after_the_folders_that_the_user_names()
    {
        File.WriteAllText(ConfigFile, """{ "cliPluginsExtraDirs": ["/opt/plugins"] }""");

        Read()["cliPluginsExtraDirs"]!
            .AsArray()
            .Select(item => (string?)item)
            .ShouldBe(["/opt/plugins", Path.Combine(folder.FullName, "cli-plugins")]);
    }

    [Fact]
    public void Give_the_logins_and_helpers_of_other_hosts_by_choice()
    {
        var config = Carry($$"""{ "auths": { "ghcr.io": {{Other}} }, "credHelpers": { "gcr.io": "gcloud" } }""");

        Text(config["auths"]).ShouldBe("""{"contoso.azurecr.io":{"auth":"bGVhc2U="},"ghcr.io":{"auth":"b3RoZXI6cHc="}}""");
        Text(config["credHelpers"]).ShouldBe("""{"gcr.io":"gcloud"}""");
    }

    [Theory]
    [InlineData("contoso.azurecr.io")]
    [InlineData("CONTOSO.AzureCR.io")]
    [InlineData("https://contoso.azurecr.io")]
    [InlineData("HTTP://contoso.azurecr.io/")]
    [InlineData("https://contoso.azurecr.io/v2/")]
    [InlineData("contoso.azurecr.io/samples")]
    [InlineData("contoso.azurecr.io/samples/hello")]
    [InlineData("contoso.azurecr.io:443")]
    [InlineData("https://user@contoso.azurecr.io?x=y")]
    [InlineData(" contoso.azurecr.io ")]
    [InlineData("contoso.westeurope.geo.azurecr.io/samples")]
    public void Give_none_of_the_leases_own_hosts(string key)
    {
        var config = Carry(
            $$"""{ "auths": { "{{key}}": {{Old}} }, "credHelpers": { "{{key}}": "acr-env" }, "credsStore": "desktop" }""",
            LoginServer,
            "contoso.westeurope.geo.azurecr.io"
        );

        config["auths"]!.AsObject().Select(entry => entry.Key).ShouldBe([LoginServer, "contoso.westeurope.geo.azurecr.io"]);
        config["credHelpers"].ShouldBeNull();
    }

    [Theory]
    [InlineData("contoso.azurecr.io.example")]
    [InlineData("contoso.azurecr.io:5000")]
    [InlineData("https://mirror.example/contoso.azurecr.io")]
    public void Give_those_of_hosts_that_only_look_alike(string key) =>
        Carry($$"""{ "auths": { "{{key}}": {{Old}} } }""")["auths"]!.AsObject().Select(entry => entry.Key).ShouldBe([LoginServer, key]);

    [Fact]
    public void Give_none_of_hosts_that_are_the_leases_registrys_besides() =>
        Carry($$"""{ "auths": { "https://west.contoso.example/v2/": {{Old}} } }""")["auths"]!
            .AsObject()
            .Select(entry => entry.Key)
            .ShouldBe([LoginServer]);

    [Fact]
    public void Turn_a_store_into_the_helper_of_the_hosts_that_it_holds()
    {
        // A credential store would be queried for the lease's registry as well, and hide its login.
        var config = Carry(
            """{ "auths": { "https://index.docker.io/v1/": {}, "ghcr.io": {} }, "credHelpers": { "ghcr.io": "own" }, "credsStore": "desktop" }"""
        );

        Text(config["credHelpers"]).ShouldBe("""{"ghcr.io":"own","https://index.docker.io/v1/":"desktop"}""");
        config["credsStore"].ShouldBeNull();
    }

    [Fact]
    public void Give_the_logins_of_podmans_file_where_dockers_has_none()
    {
        File.WriteAllText(
            AuthFile,
            $$"""{ "auths": { "quay.io/team": {{Other}}, "https://GHCR.io": {{Old}}, "{{LoginServer}}/samples": {{Old}} } }"""
        );

        var config = Carry($$"""{ "auths": { "ghcr.io": {{Other}} } }""");

        Text(config["auths"])
            .ShouldBe("""{"contoso.azurecr.io":{"auth":"bGVhc2U="},"ghcr.io":{"auth":"b3RoZXI6cHc="},"quay.io/team":{"auth":"b3RoZXI6cHc="}}""");
    }

    [Theory]
    [InlineData("""{ "auths": { "ghcr.io": {} } }""")]
    [InlineData("""{ "auths": { "ghcr.io": {} }, "credsStore": "desktop" }""")]
    public void Give_the_login_of_podmans_file_where_dockers_entry_holds_none(string json)
    {
        File.WriteAllText(AuthFile, $$"""{ "auths": { "ghcr.io": {{Other}} } }""");

        var config = Carry(json);

        Text(config["auths"]!["ghcr.io"]).ShouldBe("""{"auth":"b3RoZXI6cHc="}""");
        config["credHelpers"].ShouldBeNull();
    }

    [Fact]
    public void Give_logins_for_different_paths_of_one_host()
    {
        File.WriteAllText(AuthFile, $$"""{ "auths": { "quay.io/team": {{Other}}, "https://QUAY.io/mine/": {{Other}} } }""");

        Carry($$"""{ "auths": { "quay.io/mine": {{Old}} } }""")["auths"]!
            .AsObject()
            .Select(entry => entry.Key)
            .ShouldBe([LoginServer, "quay.io/mine", "quay.io/team"]);
    }

    [Fact]
    public void Say_that_a_store_does_not_tell_what_it_holds()
    {
        File.WriteAllText(ConfigFile, """{ "credsStore": "ecr-login" }""");

        Docker.Check(withLogins: true)!.ShouldStartWith("The docker configuration keeps logins in 'ecr-login' and does not say for which registries");
        Docker.Check(withLogins: false).ShouldBeNull();
    }

    [Fact]
    public void Give_the_logins_that_docker_prefers_to_its_file()
    {
        File.WriteAllText(ConfigFile, $$"""{ "auths": { "ghcr.io": {{Old}} } }""");
        var docker = Docker with { AuthConfig = $$"""{ "auths": { "ghcr.io": {{Other}}, "{{LoginServer}}": {{Old}} } }""" };

        var config = Read(docker);

        Text(config["auths"]).ShouldBe("""{"contoso.azurecr.io":{"auth":"bGVhc2U="},"ghcr.io":{"auth":"b3RoZXI6cHc="}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\uFEFF{ \"currentContext\": \"default\" }")]
    [InlineData("{ // why\n \"currentContext\": \"default\", /* what */ }")]
    [InlineData("""{ "currentContext": "default" } and more""")]
    [InlineData("""{ "auths": null, "credHelpers": null, "credsStore": null, "cliPluginsExtraDirs": null }""")]
    public void Take_a_configuration_that_docker_takes_and_one_with_comments(string json)
    {
        var config = Carry(json);

        Text(config["auths"]).ShouldBe("""{"contoso.azurecr.io":{"auth":"bGVhc2U="}}""");
        ((string?)config["currentContext"]).ShouldBe(json.Contains("default", StringComparison.Ordinal) ? "default" : null);
    }

    [Fact]
    public void Are_empty_where_there_is_nothing() =>
        Read(new UserDocker(Path.Combine(folder.FullName, "nothing")))
            .Select(member => member.Key)
            .ShouldBe(["cliPluginsExtraDirs", "auths"], ignoreOrder: true);

    [Theory]
    [InlineData("{ \"auths\": {\n \"ghcr.io\": { \"auth\": \"b3RoZXI6cHc= ", "it is not JSON (line 2)")]
    [InlineData("""{ "auths": "b3RoZXI=" }""", "'auths' is not an object")]
    [InlineData("""{ "auths": { "b3RoZXI=": {}, "b3RoZXI=": {} } }""", "a key is in it twice")]
    [InlineData("""[{ "auth": "b3RoZXI=" }]""", "it holds no object")]
    [InlineData("""{ "cliPluginsExtraDirs": "b3RoZXI=" }""", "'cliPluginsExtraDirs' is not a list of texts")]
    [InlineData("""{ "HttpHeaders": { "b3RoZXI=": 1 } }""", "'HttpHeaders' is not an object of texts")]
    [InlineData("""{ "currentcontext": 5 }""", "'currentContext' is not a text")]
    [InlineData("""{ "proxies": { "default": { "httpProxy": 5 } } }""", "'proxies' is not an object of objects of texts")]
    [InlineData("""{ "auths": { "ghcr.io": { "auth": "b3RoZXI" } } }""", "an 'auth' of 'auths' is no user and password in base64")]
    [InlineData("""{ "auths": { "ghcr.io": "b3RoZXI=" } }""", "an entry of 'auths' is no login")]
    [InlineData("""{ "credHelpers": { "ghcr.io": 5 } }""", "'credHelpers' holds more than texts")]
    [InlineData("""{ "credsStore": 5 }""", "'credsStore' is not a text")]
    [InlineData("{ \"b3RoZXI=\": \"\\ud800\" }", "a text in it is not Unicode")]
    [InlineData("{ \"\\ud800\": 1 }", "a text in it is not Unicode")]
    public void Say_what_is_wrong_without_quoting_it(string json, string reason)
    {
        var failure = Should.Throw<AcrException>(() => Carry(json));

        failure.Message.ShouldBe(
            $"Could not read the docker configuration {ConfigFile}: {reason}. Repair it, or name another folder in DOCKER_CONFIG."
        );
        failure.ToString().ShouldNotContain("b3RoZXI");
    }

    [Fact]
    public void Say_which_of_the_files_it_is()
    {
        File.WriteAllText(AuthFile, "[]");
        Should
            .Throw<AcrException>(() => Carry("{}"))
            .Message.ShouldBe(
                $"Could not read the docker configuration {AuthFile}: it holds no object. Repair it, or name another in REGISTRY_AUTH_FILE."
            );

        var byVariable = Docker with { AuthConfig = "[]" };
        Should
            .Throw<AcrException>(() => byVariable.Check(withLogins: true))
            .Message.ShouldBe("Could not read the docker configuration DOCKER_AUTH_CONFIG: it holds no object. Repair it.");
    }

    [Fact]
    public void Say_that_a_folder_is_a_file_or_a_file_a_folder()
    {
        File.WriteAllText(ConfigFile, "{}");
        var inFile = new UserDocker(ConfigFile);
        Should
            .Throw<AcrException>(() => inFile.Check(withLogins: false))
            .Message.ShouldStartWith($"Could not read the docker configuration {Path.Combine(ConfigFile, "config.json")}: {ConfigFile} is a file.");
        var below = new UserDocker(Path.Combine(ConfigFile, "below"));
        Should.Throw<AcrException>(() => below.Check(withLogins: false)).Message.ShouldContain($": {ConfigFile} is a file.");

        Directory.CreateDirectory(AuthFile);
        Should.Throw<AcrException>(() => Docker.Check(withLogins: true)).Message.ShouldContain($"{AuthFile}: it is a folder.");
    }

    [Fact]
    public void Are_found_by_the_variables_that_tools_read()
    {
        var variables = new Dictionary<string, string>
        {
            ["DOCKER_CONFIG"] = "docker",
            ["BUILDX_CONFIG"] = "/builders",
            ["XDG_RUNTIME_DIR"] = "/runtime",
            ["XDG_CONFIG_HOME"] = "/config",
            ["DOCKER_AUTH_CONFIG"] = "{}",
        };

        var docker = UserDocker.Find(variables.GetValueOrDefault);

        docker.Folder.ShouldBe(Path.GetFullPath("docker"));
        docker.Builders.ShouldBe(Path.GetFullPath("/builders"));
        docker.AuthConfig.ShouldBe("{}");
        docker.AuthFiles.ShouldBe(new[] { "/runtime/containers/auth.json", "/config/containers/auth.json" }.Select(Path.GetFullPath));

        variables["REGISTRY_AUTH_FILE"] = "/only.json";
        UserDocker.Find(variables.GetValueOrDefault).AuthFiles.ShouldBe([Path.GetFullPath("/only.json")]);
    }

    [LinuxFact]
    public void Are_not_waited_for_where_the_file_is_a_pipe()
    {
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [ConfigFile])!)
            mkfifo.WaitForExit();

        Should.Throw<AcrException>(() => Docker.Check(withLogins: false)).Message.ShouldContain(": it is a pipe or a socket.");
    }

    [Fact]
    public void Are_nothing_without_a_home()
    {
        var docker = new UserDocker((string?)null);

        docker.Builders.ShouldBeNull();
        Read(docker).Select(member => member.Key).ShouldBe(["auths"]);
        using var config = AcrDockerConfig.Create(new([LoginServer], "a-token", new AcrSecret(Substitutes.Password)), docker);
        config.Variables.Keys.ShouldNotContain("BUILDX_CONFIG");
    }

    [UnixFact]
    public void Are_linked_to_where_their_own_links_lead()
    {
        var contexts = folder.CreateSubdirectory("elsewhere/contexts");
        var first = folder.CreateSubdirectory("first");
        File.CreateSymbolicLink(Path.Combine(first.FullName, "contexts"), contexts.FullName);

        using var config = AcrDockerConfig.Create(new([LoginServer], "a-token", new AcrSecret(Substitutes.Password)), new UserDocker(first.FullName));

        new DirectoryInfo(Path.Combine(config.Directory, "contexts")).LinkTarget.ShouldBe(contexts.FullName);
    }

    [Fact]
    public async Task Survive_a_tool_that_writes_logins_alone()
    {
        File.WriteAllText(ConfigFile, """{ "currentContext": "remote", "HttpHeaders": { "X-Build": "1" } }""");
        using var config = AcrDockerConfig.Create(new([LoginServer], "a-token", new AcrSecret(Substitutes.Password)), Docker);

        await config.KeepAsync(() => File.WriteAllTextAsync(config.ConfigFile, """{ "auths": { "ghcr.io": {} } }"""));

        var kept = JsonNode.Parse(await File.ReadAllTextAsync(config.ConfigFile))!.AsObject();
        kept.Select(member => member.Key).ShouldBe(["auths", "currentContext", "HttpHeaders", "cliPluginsExtraDirs"], ignoreOrder: true);
        kept["auths"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("ghcr.io");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(config.ConfigFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(config.Directory, "config.json*").Length.ShouldBe(1);
    }

    [Fact]
    public void Are_in_the_home_folder_by_default()
    {
        var docker = UserDocker.Find(_ => null);

        docker.Folder.ShouldBe(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"));
        docker.Builders.ShouldBe(Path.Combine(docker.Folder!, "buildx"));
    }

    [UnixFact]
    public void Have_their_contexts_and_builders_linked_and_their_credentials_left()
    {
        foreach (var name in new[] { "contexts/meta", "buildx/instances", "trust", "cli-plugins" })
            folder.CreateSubdirectory(name);
        foreach (var name in new[] { "config.json", "config.json.bak", ".token_seed", ".token_seed.lock", "ca.pem", "lock", "locks" })
            File.WriteAllText(Path.Combine(folder.FullName, name), name.StartsWith("config.json", StringComparison.Ordinal) ? "{}" : name);

        var config = AcrDockerConfig.Create(new([LoginServer], "a-token", new AcrSecret(Substitutes.Password)), Docker);

        Directory
            .GetFileSystemEntries(config.Directory)
            .Select(Path.GetFileName)
            .ShouldBe(["config.json", "lock", "contexts", "buildx", "trust", "ca.pem", "locks"], ignoreOrder: true);
        new DirectoryInfo(Path.Combine(config.Directory, "contexts")).LinkTarget.ShouldBe(Path.Combine(folder.FullName, "contexts"));

        config.Dispose();
        Directory.Exists(config.Directory).ShouldBeFalse();
        Directory.Exists(Path.Combine(folder.FullName, "contexts", "meta")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(folder.FullName, "ca.pem")).ShouldBe("ca.pem");
    }

    [Fact]
    public void Have_their_contexts_and_certificates_copied_where_there_are_no_links()
    {
        foreach (var name in new[] { "contexts/meta/a/meta.json", "contexts/tls/a/key.pem", "ca.pem", "config.json" })
        {
            var file = new FileInfo(Path.Combine(folder.FullName, name));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, name);
        }

        var copy = Directory.CreateTempSubdirectory("user-docker-");
        try
        {
            UserDockerFiles.Copy(folder, copy.FullName);

            copy.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(copy.FullName, file.FullName))
                .ShouldBe(
                    new[] { "contexts/meta/a/meta.json", "contexts/tls/a/key.pem", "ca.pem" }.Select(name =>
                        name.Replace('/', Path.DirectorySeparatorChar)
                    ),
                    ignoreOrder: true
                );
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private JsonObject Carry(string json, params string[] hosts)
    {
        File.WriteAllText(ConfigFile, json);
        return Read(Docker, hosts: hosts);
    }

    private JsonObject Read() => Read(Docker, withLogins: false);

    private static JsonObject Read(UserDocker docker, bool withLogins = true, params string[] hosts) =>
        docker.Read(
            new DockerAuths(
                hosts.Length > 0 ? hosts : [LoginServer],
                "bGVhc2U=",
                host => host.EndsWith(".contoso.example", StringComparison.Ordinal)
            ),
            withLogins
        );

    private static string? Text(JsonNode? node) => node?.ToJsonString(AsWritten);
}
