using AcrTokens.Tool.Tests.Resources;

namespace AcrTokens.Tool.Tests.Output;

/// <summary>A registry with tokens and scope maps to print.</summary>
public sealed class Printed : IAsyncLifetime
{
    internal ToolEmulator Emulator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await ToolEmulator.StartAsync();
        await Emulator.Client.CreateScopeMapAsync(
            new AcrScopeMapCreateSettings()
                .SetRegistryName(Emulator.Registry)
                .SetName("app-push")
                .AddRepository("samples/app", AcrPermission.Push)
                .SetDescription("Pushes\tthe app \u001b[31m")
        );
        await Emulator.TokenAsync("nightly", "app-push");
        await Emulator.PasswordsAsync("nightly", new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await Emulator.TokenAsync("of-password2", "_repositories_pull", AcrTokenStatus.Disabled);
    }

    public Task DisposeAsync() => Emulator.DisposeAsync().AsTask();
}
