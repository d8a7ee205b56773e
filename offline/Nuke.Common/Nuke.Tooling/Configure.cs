namespace Nuke.Common.Tooling;

public delegate T Configure<T>(T options);
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options) where T : new();

public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) => configurator == null ? obj : configurator(obj);
}
