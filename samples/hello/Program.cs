Console.WriteLine("Hello from an image that was pushed with a token that is no more.");
