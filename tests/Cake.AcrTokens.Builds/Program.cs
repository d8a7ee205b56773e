using AcrTokens;
using Azure.Core;
using Cake.AcrTokens;
using Cake.Core;
using NSubstitute;

// What Cake does with a build, as far as it concerns a lease: it runs the setup, then tasks, and says nothing of its end.
var executor = Substitute.For<IAcrExecutor>();
executor.GenerateCredentialsAsync(null!, null, null, default).ReturnsForAnyArgs(call => new AcrTokenCredentials
{
    Username = call.Arg<ResourceIdentifier>().Name,
    Passwords = [new AcrTokenPassword { Name = AcrTokenPasswordName.Password1, ExpiresOn = call.ArgAt<DateTimeOffset?>(2), Value = new AcrSecret("not-a-password-but-a-canary") }],
});
executor.CreateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => Said("created", call.Arg<ResourceIdentifier>()));
executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => Said("disabled", call.Arg<ResourceIdentifier>()));
executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(call => Said("deleted", call.Arg<ResourceIdentifier>()));
AcrTokenAliases.Client = new AcrClient(executor);

try
{
#pragma warning disable ACRT1004 // left open: how the process ends it is what is tested
    Substitute.For<ICakeContext>().AcrTokenMint(s => s
        .SetRegistryName("/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso")
        .SetScopeMap("_repositories_push"));
#pragma warning restore ACRT1004

    switch (args[0])
    {
        case "setup-throws":
            throw new InvalidOperationException("the setup threw after its mint");
        case "exits":
            Environment.Exit(3);
            break;
        case "waits":
            Console.WriteLine("waiting");
            Thread.Sleep(TimeSpan.FromMinutes(1)); // nobody waits for longer, should the signal not come
            break;
    }

    return 0;
}
catch (InvalidOperationException failure)
{
    Console.WriteLine(failure.Message);
    return 1;
}

static Task<AcrToken> Said(string what, ResourceIdentifier token)
{
    Console.WriteLine(what);
    return Task.FromResult(new AcrToken { Id = token });
}
