using System.Reflection;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens.Tests;

/// <summary>Every task of the client is a NUKE task, in every form.</summary>
public sealed class Overloads
{
    private static readonly IReadOnlyList<Type> Settings =
    [
        .. typeof(AcrSettings).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(AcrSettings)) && !t.IsAbstract),
    ];

    public static TheoryData<string> Kinds => [.. Settings.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Take_settings_a_lambda_or_several_and_have_an_asynchronous_twin(string kind)
    {
        var settings = Settings.Single(s => s.Name == kind);
        var name = kind[..^"Settings".Length];
        var configure = typeof(Configure<>).MakeGenericType(settings);

        Parameters(name)
            .ShouldBe(
                [
                    [settings],
                    [configure],
                    [typeof(CombinatorialConfigure<>).MakeGenericType(settings), typeof(int), typeof(bool)],
                ],
                ignoreOrder: true
            );
        Parameters($"{name}Async")
            .ShouldBe(
                [
                    [settings, typeof(CancellationToken)],
                    [configure, typeof(CancellationToken)],
                ],
                ignoreOrder: true
            );
    }

    /// <summary>The fact is that this compiles: a delegate is not a candidate for <c>new()</c>.</summary>
    [Fact]
    public void Take_settings_that_are_made_on_the_spot()
    {
#pragma warning disable ACRT3001, ACRT3002 // the refusal is under test
        Should
            .Throw<AcrException>(() => AcrTokenTasks.AcrTokenMint(new() { RegistryName = "no" }))
            .Message.ShouldStartWith("AcrTokenMint was not started");
        Should
            .Throw<AcrException>(() => AcrTokenTasks.AcrTokenRevoke(new() { RegistryName = "no" }))
            .Message.ShouldStartWith("AcrTokenRevoke was not started");
        Should
            .Throw<AcrException>(() => AcrTokenTasks.WithAcrToken(new() { RegistryName = "no" }, _ => { }))
            .Message.ShouldStartWith("AcrTokenMint was not started");
#pragma warning restore ACRT3001, ACRT3002
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Prefer_settings_to_a_lambda(string kind)
    {
        var settings = Settings.Single(s => s.Name == kind);

        typeof(AcrTokenTasks)
            .GetMethods()
            .Where(m => m.GetParameters().FirstOrDefault()?.ParameterType == settings)
            .ShouldAllBe(m => m.GetCustomAttributesData().Any(a => a.AttributeType.Name == "OverloadResolutionPriorityAttribute"));
    }

    [Fact]
    public void Leave_no_task_of_the_client_out()
    {
        var ofClient = typeof(AcrClient)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(m => m.GetParameters().FirstOrDefault()?.ParameterType)
            .Where(t => t?.IsSubclassOf(typeof(AcrSettings)) == true)
            .Distinct();

        ofClient.ShouldBe(Settings, ignoreOrder: true);
    }

    private static IReadOnlyList<IReadOnlyList<Type>> Parameters(string name) =>
        [.. typeof(AcrTokenTasks).GetMethods().Where(m => m.Name == name).Select(m => m.GetParameters().Select(p => p.ParameterType).ToList())];
}
