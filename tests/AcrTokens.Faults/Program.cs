using AcrTokens.Faults;
using AcrTokens.Faults.Serving;

return args switch
{
    ["serve"] => await FaultServer.RunAsync(),
    ["matrix"] => await Commands.MatrixAsync(),
    ["chaos", .. var options] => await Commands.ChaosAsync(options),
    _ => Commands.Usage(),
};
