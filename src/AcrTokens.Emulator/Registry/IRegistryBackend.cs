using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Answers what the guard has let in.</summary>
internal interface IRegistryBackend
{
    Task Handle(HttpContext context, RegistryPath path, IReadOnlyList<AccessScope> granted);
}
