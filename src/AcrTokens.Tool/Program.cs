using AcrTokens.Tool.CommandLine;

return await Acrt.RunAsync(args);
