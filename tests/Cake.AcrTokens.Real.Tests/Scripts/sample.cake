#load "emulator.cake"
#load "build.cake"
