using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PublicDocs;

/// <summary>The members of an assembly that other assemblies can use. Overloads count as one member.</summary>
internal sealed class VisibleMembers
{
    private readonly HashSet<string> names = [];
    private readonly HashSet<string> types = [];

    public static VisibleMembers Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var visible = new VisibleMembers();
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => IsVisible(metadata, type)))
            visible.Add(metadata, type);
        return visible;
    }

    /// <param name="id">A documentation id, such as <c>M:Namespace.Type.Method``1(System.String)</c>.</param>
    public bool Contains(string id)
    {
        var name = id[2..].Split('(')[0].Split('~')[0];
        return id[0] switch
        {
            'T' => types.Contains(name),
            // A member of an extension block, documented below the compiler's name for the block.
            _ when name.IndexOf(".<G>$", StringComparison.Ordinal) is > 0 and var block => types.Contains(name[..block]),
            _ => names.Contains(name.Split("``")[0]),
        };
    }

    private void Add(MetadataReader metadata, TypeDefinition type)
    {
        var owner = NameOf(metadata, type);
        types.Add(owner);
        var methods = type.GetMethods().Where(method => IsVisible(metadata.GetMethodDefinition(method))).ToHashSet();
        foreach (var method in methods)
            Add(metadata.GetMethodDefinition(method).Name);
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition).Where(IsVisible))
            Add(field.Name);
        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            if (methods.Contains(property.GetAccessors().Getter) || methods.Contains(property.GetAccessors().Setter))
                Add(property.Name);
        }

        foreach (var happening in type.GetEvents().Select(metadata.GetEventDefinition))
        {
            if (methods.Contains(happening.GetAccessors().Adder))
                Add(happening.Name);
        }

        void Add(StringHandle name) => names.Add($"{owner}.{metadata.GetString(name).Replace('.', '#')}");
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
            return $"{NameOf(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}.{name}";
        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    private static bool IsVisible(MetadataReader metadata, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(
                metadata,
                metadata.GetTypeDefinition(type.GetDeclaringType())
            ),
            _ => false,
        };

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
