using System.Xml.Linq;
using PublicDocs;

// Removes from an assembly's documentation what its users cannot see: the compiler documents internal members too.
if (args is not [var assembly, var documentation])
{
    Console.Error.WriteLine("usage: PublicDocs ASSEMBLY DOCUMENTATION");
    return 2;
}

var visible = VisibleMembers.Read(assembly);
var document = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
foreach (var member in document.Descendants("member").Where(member => !visible.Contains((string)member.Attribute("name")!)).ToList())
{
    if (member.NextNode is XText space)
        space.Remove();
    member.Remove();
}

document.Save(documentation, SaveOptions.DisableFormatting);
return 0;
