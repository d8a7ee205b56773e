using AcrTokens.Emulator.CommandLine;

return await EmulatorCommand.RunAsync(args);
