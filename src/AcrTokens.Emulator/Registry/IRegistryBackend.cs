using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Handles requests that the guard has admitted.</summary>
internal interface IRegistryBackend
{
    Task Handle(HttpContext context, RegistryPath path, IReadOnlyList<AccessScope> granted);
}
