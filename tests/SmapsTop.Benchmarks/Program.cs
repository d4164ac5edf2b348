using SmapsTop.Benchmarks.Ratios;
#if !NATIVE
using BenchmarkDotNet.Running;
#endif

// benchmarks ratios [--minutes M] [PART …]   prints what is to be reached beside what is, each with its yardstick: see src/README.md
// benchmarks [OPTIONS]                       measures the parts, with BenchmarkDotNet and its options
if (args is ["ratios", .. var options])
    return Plain.Run(options);
#if NATIVE
Console.Error.WriteLine("benchmarks: this one knows ratios only");
return 2;
#else
BenchmarkSwitcher.FromAssembly(typeof(Plain).Assembly).Run(args);
return 0;
#endif
