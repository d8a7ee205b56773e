namespace Cake.Core.Annotations;

public abstract class CakeAliasAttribute : Attribute { }

[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CakeMethodAliasAttribute : CakeAliasAttribute { }

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class CakeAliasCategoryAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class CakeNamespaceImportAttribute(string @namespace) : Attribute
{
    public string Namespace { get; } = @namespace;
}
