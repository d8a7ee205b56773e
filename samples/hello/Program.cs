Console.WriteLine("Hello from an image that was pushed with a token that has ended.");
