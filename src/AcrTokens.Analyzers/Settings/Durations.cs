using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Reads time spans that the source gives as constants: <c>TimeSpan.FromMinutes(30)</c>, <c>new TimeSpan(1, 0, 0)</c>.</summary>
internal static class Durations
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["years"] = TimeSpan.TicksPerDay * 365d,
        ["months"] = TimeSpan.TicksPerDay * 28d, // the shortest
        ["days"] = TimeSpan.TicksPerDay,
        ["hours"] = TimeSpan.TicksPerHour,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["milliseconds"] = TimeSpan.TicksPerMillisecond,
        ["microseconds"] = TimeSpan.TicksPerMillisecond / 1000d,
        ["ticks"] = 1,
    };

    /// <summary>Reads a time span; null if it is not constant.</summary>
    public static TimeSpan? Read(IOperation value, AcrTypes types) =>
        value.Bare() switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true } from } call
                when Is(from.ContainingType, types.TimeSpan) && from.Name.StartsWith("From", StringComparison.Ordinal) => Sum(
                call.Arguments,
                from.Name.Substring("From".Length)
            ),
            IObjectCreationOperation creation when Is(creation.Type, types.TimeSpan) => Sum(creation.Arguments, "Ticks"),
            IDefaultValueOperation { Type: var type } when Is(type, types.TimeSpan) => TimeSpan.Zero,
            IFieldReferenceOperation { Field: var field } when Is(field.ContainingType, types.TimeSpan) => field.Name switch
            {
                nameof(TimeSpan.Zero) => TimeSpan.Zero,
                nameof(TimeSpan.MaxValue) => TimeSpan.MaxValue,
                nameof(TimeSpan.MinValue) => TimeSpan.MinValue,
                _ => null,
            },
            _ => null,
        };

    /// <summary>
    /// Reads the distance from now of a date such as <c>DateTimeOffset.UtcNow.AddHours(1)</c> or <c>DateTimeOffset.UtcNow + span</c>; null if it
    /// is not constant.
    /// </summary>
    public static TimeSpan? ReadFromNow(IOperation value, AcrTypes types) =>
        value.Bare() switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsNow(sum.LeftOperand, types) => Read(sum.RightOperand, types),
            IInvocationOperation { TargetMethod: var add, Instance: { } instance } call
                when add.Name.StartsWith("Add", StringComparison.Ordinal) && IsNow(instance, types) => add.Name == nameof(DateTimeOffset.Add)
                ? Read(call.Arguments[0].Value, types)
                : Sum(call.Arguments, add.Name.Substring("Add".Length)),
            _ => null,
        };

    private static bool IsNow(IOperation value, AcrTypes types) =>
        value.Bare() is IPropertyReferenceOperation { Property: { Name: nameof(DateTimeOffset.UtcNow) or nameof(DateTimeOffset.Now) } now }
        && (Is(now.ContainingType, types.DateTimeOffset) || now.ContainingType.SpecialType == SpecialType.System_DateTime);

    /// <summary>Formats a time span for a message: <c>90 minutes</c>, <c>24 hours</c>, <c>2 days</c>.</summary>
    public static string Text(TimeSpan span)
    {
        if (span >= TimeSpan.FromDays(2) && span.Ticks % TimeSpan.TicksPerDay == 0)
            return Invariant(span.Days, "days");
        if (span >= TimeSpan.FromHours(2) && span.Ticks % TimeSpan.TicksPerHour == 0)
            return Invariant((int)span.TotalHours, "hours");
        return span >= TimeSpan.FromMinutes(2) && span.Ticks % TimeSpan.TicksPerMinute == 0
            ? Invariant((int)span.TotalMinutes, "minutes")
            : span.ToString("c", CultureInfo.InvariantCulture);
    }

    // Uses the parameters' own names if there are several, as in FromHours(long hours, long minutes = 0 …).
    private static TimeSpan? Sum(IReadOnlyList<IArgumentOperation> arguments, string unit)
    {
        var ticks = 0d;
        foreach (var argument in arguments)
        {
            if (
                argument.Value.Bare().ConstantValue is not { HasValue: true, Value: IConvertible number and not string }
                || !UnitOf(argument, unit, out var factor)
            )
                return null;
            ticks += number.ToDouble(CultureInfo.InvariantCulture) * factor;
        }

        return arguments.Count > 0 && Math.Abs(ticks) < TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : null;
    }

    private static bool UnitOf(IArgumentOperation argument, string unit, out double factor) =>
        Units.TryGetValue(argument.Parameter!.Name, out factor) || Units.TryGetValue(unit.ToLowerInvariant(), out factor);

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? other) => AcrTypes.Same(type, other);

    private static string Invariant(int count, string unit) => $"{count.ToString(CultureInfo.InvariantCulture)} {unit}";
}
