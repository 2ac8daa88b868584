// Ends with the exit code that it is given, before it is ready.
process.exit(Number(process.argv[2]));
