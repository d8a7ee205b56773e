#load "emulator.cake"

// Every way in which a build ends: --mode chooses one. What it says is read line by line.
var mode = Argument("mode", "succeeds");

AcrTokenLease lease = null;

void Say(string line) => Console.WriteLine(line);

AcrTokenLease Mint()
{
    lease = AcrTokenMint(s => s.SetRegistryName("contoso").SetScopeMap("_repositories_push").SetLifetime(TimeSpan.FromMinutes(5)));
    Say($"minted {lease.Name}");
    return lease;
}

if (mode is "data" or "setup-throws")
{
    Setup<AcrTokenLease>(context =>
    {
        Mint();
        return mode is "data" ? lease : throw new CakeException("the setup failed");
    });
    Teardown<AcrTokenLease>((context, data) =>
    {
        Say("teardown of a lease");
        AcrTokenRevoke(data);
    });
}
else if (mode is "async-teardown")
{
    Teardown(async context =>
    {
        await System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(1));
        await AcrTokenRevokeAsync(lease);
        Say("teardown");
    });
}
else if (mode is not "no-teardown")
{
    Teardown(context =>
    {
        Say($"teardown {context.Successful}");
        AcrTokenRevoke(lease);
    });
}

var push = Task("Push").Does(async () =>
{
    if (lease is null)
        Mint();

    switch (mode)
    {
        case "throws" or "swallows":
            throw new InvalidOperationException("the push failed");
        case "throws-a-code":
            throw new CakeException(42);
        case "cancelled":
            throw new OperationCanceledException();
        case "exits":
            Environment.Exit(7);
            break;
        case "waits":
            Say("waiting");
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromMinutes(1)); // nobody waits for longer, should the signal not come
            break;
        case "waits-for-a-child":
            var exitCode = StartProcess("sh", new ProcessSettings { Arguments = "-c \"echo waiting; exec sleep 60\"" });
            Say($"child {exitCode}");
            break;
    }
});
if (mode is "swallows")
    push.OnError(failure => Say("swallowed"));

Task("Next").IsDependentOn("Push").Does(() => Say("next"));

Task("Revoke").Does(() => AcrTokenRevoke(s => s.SetRegistryName("contoso").SetName(Argument<string>("name"))));

RunTarget(Argument("target", "Next"));
