using AcrTokens.Faults;
using AcrTokens.Faults.Serving;

return args switch
{
    ["serve"] => await FaultServer.RunAsync(),
    ["matrix"] => await Commands.MatrixAsync(),
    ["fallout"] => await Commands.FalloutAsync(),
    ["scripts"] => await Commands.ScriptsAsync(),
    ["chaos", .. var options] => await Commands.ChaosAsync(options),
    ["rounds", .. var options] => await Commands.RoundsAsync(options),
    _ => Commands.Usage(),
};
