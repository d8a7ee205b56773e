using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AcrTokens.Tests;

/// <summary>Extreme values of settings: a task works with the value, or reports the mistake.</summary>
public sealed class ExtremeSettings
{
    private readonly SkippingClock clock = new();

    public static TheoryData<string, string> Settings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var type in typeof(AcrSettings)
                    .Assembly.GetTypes()
                    .Where(t => t is { IsAbstract: false, IsPublic: true } && t.IsAssignableTo(typeof(AcrSettings)))
            )
            {
                foreach (var property in Settable(type))
                    data.Add(type.Name, property.Name);
            }

            return data;
        }
    }

    public static TheoryData<string> Options =>
        [.. Settable(typeof(AcrClientOptions)).Where(p => p.DeclaringType == typeof(AcrClientOptions)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Are_told_as_mistakes(string settings, string property)
    {
        var type = typeof(AcrSettings).Assembly.GetType($"AcrTokens.{settings}")!;
        foreach (var value in Extremes(type.GetProperty(property)!.PropertyType))
            await ShouldTellAsync(
                type,
                settingsWith => type.GetProperty(property)!.SetValue(settingsWith, value),
                new AcrClientOptions(),
                $"{property} = {value ?? "null"}"
            );
    }

    [Theory]
    [InlineData(nameof(AcrTokenMintSettings.Lifetime))]
    [InlineData(nameof(AcrTokenMintSettings.PreparedFor))]
    [InlineData(nameof(AcrTokenMintSettings.AutoRenew))]
    public async Task Are_told_as_mistakes_without_a_maximum_too(string property)
    {
        var type = typeof(AcrTokenMintSettings);
        foreach (var value in Extremes(typeof(TimeSpan)).Append(TimeSpan.FromDays(2_913_000))) // some 7 months before the calendar ends
            await ShouldTellAsync(
                type,
                settings =>
                {
                    type.GetProperty(nameof(AcrTokenMintSettings.MaximumLifetime))!.SetValue(settings, TimeSpan.MaxValue);
                    type.GetProperty(nameof(AcrTokenMintSettings.Lifetime))!.SetValue(settings, TimeSpan.FromDays(365));
                    type.GetProperty(property)!.SetValue(settings, value);
                },
                new AcrClientOptions(),
                $"{property} = {value}"
            );
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Of_a_client_are_told_as_mistakes(string property)
    {
        var of = typeof(AcrClientOptions).GetProperty(property)!;
        foreach (var value in Extremes(of.PropertyType))
        {
            var options = new AcrClientOptions();
            if (Record.Exception(() => of.SetValue(options, value)) is { InnerException: ArgumentException })
                continue; // refused by the setter
            await ShouldTellAsync(typeof(AcrTokenMintSettings), _ => { }, options, $"{property} = {value ?? "null"}");
        }
    }

    [Theory]
    [InlineData("10675199.02:48:05.4775807", "is longer than 49 days, the most that a timer takes")]
    [InlineData("50.00:00:00", "is longer than 49 days, the most that a timer takes")]
    [InlineData("00:00:00", "is not positive")]
    [InlineData("-00:00:00.001", "is not positive")]
    public async Task Of_a_clients_timeouts_are_told_together(string time, string mistake)
    {
        var timeout = TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        var client = new AcrClient(Substitutes.Executor(), new AcrClientOptions { OperationTimeout = timeout, RevokeTimeout = timeout });

        (await Should.ThrowAsync<AcrException>(() => client.MintTokenAsync(Substitutes.Mint))).Message.ShouldBe(
            $"AcrTokenMint was not started, nothing was sent: the client's OperationTimeout {timeout} {mistake}; the client's RevokeTimeout "
                + $"{timeout} {mistake}."
        );
    }

    private async Task ShouldTellAsync(Type type, Action<object> change, AcrClientOptions options, string what)
    {
        if (options.TimeProvider == TimeProvider.System)
            options.TimeProvider = clock;
        var settings = (AcrSettings)Activator.CreateInstance(type)!;
        foreach (var (name, value) in Usual)
            type.GetProperty(name)?.SetValue(settings, value);
        change(settings);

        var tasks = typeof(AcrClient)
            .GetMethods()
            .Where(m => m.GetParameters() is [{ } first, ..] && first.ParameterType == type && m.Name.EndsWith("Async", StringComparison.Ordinal))
            .Where(m => !m.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(Delegate)))); // a body is no setting
        foreach (var task in tasks)
        {
            var failure = await Record.ExceptionAsync(() => RunAsync(task, new AcrClient(Substitutes.Executor(), options), settings));
            if (failure is TargetInvocationException { InnerException: { } inner })
                failure = inner;
            (failure is null or AcrException).ShouldBeTrue($"{task.Name} with {what}: {failure}");
        }
    }

    private static async Task RunAsync(MethodInfo task, AcrClient client, AcrSettings settings)
    {
        var result = task.Invoke(
            client,
            [
                settings,
                .. task.GetParameters()
                    .Skip(1)
                    .Select(p => p.HasDefaultValue && p.ParameterType != typeof(CancellationToken) ? p.DefaultValue : Odd(p.ParameterType)),
            ]
        );
        if (result is Task running)
            await running;
        if (result is Task<AcrTokenLease> lease)
            await (await lease).DisposeAsync();
        if (result is Task<AcrPreparedToken> prepared)
        {
            await using var token = await prepared;
            await (await token.MintAsync()).DisposeAsync();
        }
    }

    private static object? Odd(Type type) => type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;

    // Settings that make each task valid.
    private static IEnumerable<(string Name, object? Value)> Usual =>
        [
            (nameof(AcrSettings.RegistryName), "contoso"),
            (nameof(AcrSettings.ResourceGroupName), "builds"),
            (nameof(AcrSettings.SubscriptionId), Substitutes.Subscription),
            ("Name", "a-token"),
            ("ScopeMap", "_repositories_pull"),
            ("PasswordName", null),
        ];

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties().Where(p => p is { CanWrite: true, CanRead: true } && p.GetIndexParameters().Length == 0);

    private static IEnumerable<object?> Extremes(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsValueType || bare != type)
            yield return null;
        if (bare == typeof(TimeSpan))
        {
            yield return TimeSpan.MaxValue;
            yield return TimeSpan.MinValue;
            yield return TimeSpan.Zero;
            yield return TimeSpan.FromDays(60);
            yield return Timeout.InfiniteTimeSpan;
        }
        else if (bare == typeof(DateTimeOffset))
        {
            yield return DateTimeOffset.MaxValue;
            yield return DateTimeOffset.MinValue;
        }
        else if (bare == typeof(int))
        {
            yield return int.MaxValue;
            yield return int.MinValue;
        }
        else if (bare == typeof(string))
        {
            yield return "";
            yield return "\ud800";
            yield return new string('x', 70_000);
        }
        else if (bare == typeof(AcrCloud))
        {
            yield return new AcrCloud(null!, null!);
            yield return new AcrCloud(new Uri("x", UriKind.Relative), "");
        }
        else if (bare.IsValueType)
        {
            yield return RuntimeHelpers.GetUninitializedObject(bare);
        }
        else if (bare.IsGenericType && bare.IsAssignableTo(typeof(IEnumerable)))
        {
            var item = bare.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            yield return list;
            var holes = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            holes.Add(item.IsValueType ? RuntimeHelpers.GetUninitializedObject(item) : null);
            yield return holes;
            if (item == typeof(AcrRepositoryScope) || item == typeof(AcrScope))
            {
                var nameless = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
                nameless.Add(new AcrRepositoryScope(null!, AcrPermission.Push));
                yield return nameless;
            }

            if (item == typeof(AcrScope))
                yield return new List<AcrScope> { new AcrGatewayScope(null!, default) };
        }
    }
}
