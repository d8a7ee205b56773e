using AcrTokens.Emulator.CommandLine;

return await EmulatorCommand.Create().Parse(args).InvokeAsync();
