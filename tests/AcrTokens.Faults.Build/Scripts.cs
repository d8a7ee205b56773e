using System.Runtime.InteropServices;
using AcrTokens;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

/// <summary>Programs without a build system, each with a different way to end.</summary>
static class Scripts
{
    static readonly Output Broken = new(() => throw new IOException("Broken pipe"));
    static readonly Output Stuck = new(Block);

    public static int Run(string name)
    {
        switch (name)
        {
            case "forget":
                Mint();
                return 0;
            case "exit":
                Mint();
                Environment.Exit(3);
                return 0;
            case "exit-beside":
                return ExitWhileMainReturns();
            case "crash":
                Mint();
                new Thread(() => throw new InvalidOperationException("Nobody catches this.")).Start();
                return Wait();
            case "included":
                AcrTokenGuard.IncludeExit();
                Mint();
                return 0;
            case "detach":
                Mint().Detach();
                return 0;
            case "open":
                Mint();
                return WaitForSignal();
            case "prepare":
                Registry.Connect().PrepareTokenAsync(Registry.Settings).Wait();
                return 0;
            case "begin-revoke":
                Mint().BeginRevoke();
                return 0;
            case "revoking":
                Mint().RevokeAsync();
                return WaitForSignal();
            case "loop":
                return Loop();
            case "slow-handler":
                return MintWhileAnotherHandlerIsSlow();
            case "survive":
                return Survive();
            case "log-throws":
                Mint(Connect(new Log(() => throw new IOException("No space left on device"))));
                return WaitForSignal();
            case "log-blocks":
                new Thread(() => Mint(Connect(new Log(Block)))) { IsBackground = true }.Start();
                while (AcrTokenGuard.OpenLeases.Count == 0)
                    Thread.Sleep(10);
                return WaitForSignal();
            case "console-throws":
                Console.SetOut(Broken);
                Mint();
                return WaitForSignal();
            case "console-blocks":
                Console.SetOut(Stuck);
                Mint();
                return WaitForSignal();
            case "prompt-blocks":
                Mint();
                Stage.Reach("ready");
                Registry.Connect(o => o.Prompt = _ =>
                {
                    Block();
                    return true;
                }).RevokeTokenAsync(new AcrTokenRevokeSettings().SetRegistryName(Registry.Variable("REGISTRY")).SetName("somebody-elses").EnableConfirm()).Wait();
                return 0;
            default:
                return Builds.Run(name);
        }
    }

    static AcrTokenLease Mint(AcrClient? client = null) => (client ?? Registry.Connect()).MintTokenAsync(Registry.Settings).GetAwaiter().GetResult();

    static AcrClient Connect(ILogger log) => Registry.Connect(o => o.Logger = log);

    static int WaitForSignal()
    {
        Stage.Reach("ready");
        return Wait();
    }

    static int Wait()
    {
        Block();
        return 0;
    }

    static void Block() => Thread.Sleep(Timeout.Infinite);

    // Main returns while another thread has called Exit with a different code, and the guard is revoking.
    static int ExitWhileMainReturns()
    {
        using var revoking = new ManualResetEventSlim();
        Mint(Registry.Connect(o => o.AddPolicy(new Seen(RequestMethod.Patch, revoking.Set), HttpPipelinePosition.PerCall)));
        new Thread(() => Environment.Exit(3)).Start();
        revoking.Wait();
        return 0;
    }

    // Mints and revokes in four threads until the process is ended.
    static int Loop()
    {
        const int Threads = 4;
        var client = Registry.Connect();
        using var minted = new CountdownEvent(Threads);
        foreach (var _ in Enumerable.Range(0, Threads))
        {
            new Thread(() =>
            {
                for (var isFirst = true; ; isFirst = false)
                {
                    try
                    {
                        var lease = Mint(client);
                        if (isFirst)
                            minted.Signal();
                        lease.Revoke();
                    }
                    catch (Exception told) when (told is AcrException or OperationCanceledException)
                    {
                        Thread.Sleep(1);
                    }
                }
            }) { IsBackground = true }.Start();
        }

        minted.Wait();
        return WaitForSignal();
    }

    // This mint begins after the guard has looked for leases for the last time.
    static int MintWhileAnotherHandlerIsSlow()
    {
        using var slow = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ =>
        {
            try
            {
                Mint();
            }
            catch (AcrException refused)
            {
                Console.WriteLine(refused.Message);
            }
        });
        Mint().Revoke(); // arms the guard, whose handler runs first
        return WaitForSignal();
    }

    static int Survive()
    {
        using var signalled = new ManualResetEventSlim();
        using var keep = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            signalled.Set();
        });
        Mint();
        Stage.Reach("ready");
        signalled.Wait();
        Mint().Revoke();
        Console.WriteLine("It has survived.");
        return 0;
    }

    sealed class Seen(RequestMethod method, Action see) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method == method)
                see();
        }
    }

    sealed class Log(Action write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => write();
    }

    sealed class Output(Action write) : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => write();

        public override void WriteLine(string? value) => write();
    }
}
