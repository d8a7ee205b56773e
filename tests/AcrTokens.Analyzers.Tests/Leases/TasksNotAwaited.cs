namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class TasksNotAwaited
{
    [Theory]
    [InlineData("Executes([|() => AcrTokenMintAsync(s => s)|])")]
    [InlineData("Executes([|async () => await AcrTokenMintAsync(s => s)|])")]
    [InlineData("Executes([|async () => await AcrTokenMintAsync(s => s).ConfigureAwait(false)|])")]
    [InlineData("Executes([|() => { return Client.MintTokenAsync(new()); }|])")]
    [InlineData("Executes([|async () => { return await AcrTokenMintAsync(s => s); }|])")]
    [InlineData("Executes([|CountAsync|])")]
    [InlineData("Executes([|() => CountAsync()|])")]
    [InlineData("Executes([|() => new ValueTask(CountAsync())|])")]
    [InlineData("Executes<Task>([|() => CountAsync()|])")]
    public Task Task_with_a_value_Triggers(string executes) => Check.SourceAsync<TaskIsNotAwaited>(Target(executes));

    [Fact]
    public Task Message_Names_the_task() =>
        Check.SourceAsync<TaskIsNotAwaited>(
            Target("DependsOn(Other).Executes([|() => CountAsync()|])"),
            "The build does not await the 'Task<int>' that this returns: the target succeeds at once, and a failure is lost. Write 'async () => "
                + "{ await …; }', or call the synchronous task."
        );

    [Theory]
    [InlineData("interface IMint : INukeBuild { Target Mint => _ => _.Executes([|() => AcrTokenMintAsync(s => s)|]); }")]
    [InlineData(
        "partial class Parts : NukeBuild { Target Mint => _ => _.Executes([|() => Parts.MineAsync()|]); } partial class Parts { static "
            + "Task<int> MineAsync() => Task.FromResult(1); }"
    )]
    [InlineData(
        "class Methods : NukeBuild { Target Mint => Define; ITargetDefinition Define(ITargetDefinition _) => _.Executes([|() => "
            + "Task.FromResult(1)|]); }"
    )]
    [InlineData("record Shared { Target Mint { get; } = _ => { var definition = _; return definition.Executes([|() => Task.FromResult(1)|]); }; }")]
    public Task Task_with_a_value_in_any_kind_of_type_Triggers(string type) => Check.SourceAsync<TaskIsNotAwaited>(Usings + type);

    [Theory]
    [InlineData("Executes(async () => { await AcrTokenMintAsync(s => s); })")]
    [InlineData("Executes(async () => { lease = await AcrTokenMintAsync(s => s); })")]
    [InlineData("Executes(() => { lease = AcrTokenMint(s => s); })")]
    [InlineData("Executes(() => AcrTokenMint(s => s))")]
    [InlineData("Executes(() => AcrTokenDeleteAsync(s => s))")]
    [InlineData("Executes(() => Lease.RevokeAsync())")]
    [InlineData("Executes(async () => await Lease.RevokeAsync())")]
    [InlineData("Executes(() => CountAsync().Wait())")]
    [InlineData("Executes(() => { }, () => { })")]
    public Task What_is_awaited_DoesNotTrigger(string executes) => Check.SourceAsync<TaskIsNotAwaited>(Target(executes));

    [Fact]
    public Task Executes_of_somebody_else_DoesNotTrigger() =>
        Check.SourceAsync<TaskIsNotAwaited>(
            Build(
                """
                static void Executes<T>(Func<T> action) { }

                void Run() => Executes(() => AcrTokenMintAsync(s => s));
                """
            )
        );

    [Theory]
    [InlineData("() => CountAsync()", "async () => { await CountAsync(); }")]
    [InlineData("async () => await CountAsync()", "async () => { await CountAsync(); }")]
    [InlineData("() => { return CountAsync(); }", "async () => { await CountAsync(); }")]
    [InlineData("async () => { return await CountAsync(); }", "async () => { await CountAsync(); }")]
    [InlineData("() => { /* why */ return CountAsync(); /* so */ }", "async () => { /* why */ await CountAsync(); /* so */ }")]
    [InlineData("() => /* why */ CountAsync()", "/* why */ async () => { await CountAsync(); }")]
    [InlineData("CountAsync", "async () => { await CountAsync(); }")]
    [InlineData("() => AcrTokenGetAsync(s => s)", "async () => { await AcrTokenGetAsync(s => s); }")]
    public Task Task_IsFixed_with_a_body(string before, string after) =>
        Fix.SourceAsync<TaskIsNotAwaited, AwaitInBody>(Target($"Executes({before})"), Target($"Executes({after})"), "Await it in a statement body");

    [Theory]
    [InlineData("() => AcrTokenGetAsync(s => s.SetName(\"a\"))", "() => AcrTokenGet(s => s.SetName(\"a\"))")]
    [InlineData("async () => await AcrTokenTasks.AcrTokenGetAsync(s => s)", "() => AcrTokenTasks.AcrTokenGet(s => s)")]
    public Task Task_of_the_library_IsFixed_with_its_twin(string before, string after) =>
        Fix.SourceAsync<TaskIsNotAwaited, AwaitInBody>(Target($"Executes({before})"), Target($"Executes({after})"), "Call the synchronous task");

    [Theory]
    [InlineData("() => AcrTokenMintAsync(s => s)")]
    [InlineData("async () => await AcrTokenCredentialGenerateAsync(s => s)")]
    public Task Task_that_makes_a_password_IsNotFixed(string action) =>
        Fix.IsNotOfferedAsync<TaskIsNotAwaited, AwaitInBody>(Target($"Executes({action})"));

    private static string Target(string executes) =>
        Build(
            $$"""
            Target Other => _ => _;

            Target Mint => _ => _
                .{{executes}};

            static Task<int> CountAsync() => Task.FromResult(1);
            """
        );
}
