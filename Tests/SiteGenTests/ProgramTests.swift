import Foundation
import Testing

@Suite("The program")
struct ProgramTests {
  @Test("prints its version on standard output and ends well")
  func version() throws {
    #expect(try Program.run("--version") == .init(output: "sitegen 0.1.0\n", errors: "", status: 0))
  }

  @Test("ends with 2 on a wrong command line, with nothing on standard output")
  func usage() throws {
    #expect(
      try Program.run("completoins")
        == .init(
          output: "",
          errors: "sitegen: error: there is no command 'completoins'\nhint: did you mean 'completions'?\n",
          status: 2
        )
    )
  }

  @Test("tells mistakes of the command line in the tongue and format that it asks for")
  func asked() throws {
    #expect(
      try Program.run("x", environment: ["LANG": "es_ES.UTF-8"]).errors
        == "sitegen: error: no existe la orden «x»\npista: «sitegen help» enumera las órdenes\n"
    )
    #expect(
      try Program.run("x", "--format", "github", "--lang=es").errors
        == "::error file=sitegen,title=command-line::no existe la orden «x»%0A«sitegen help» enumera las órdenes\n"
    )
  }

  @Test(
    "loads few shared libraries, none of them Swift's",
    .enabled(if: Program.isRelease, "needs the release build"))
  func libraries() throws {
    #if os(Linux)
      let loaded = try Program.run(arguments: ["--version"], environment: ["LD_TRACE_LOADED_OBJECTS": "1"])
        .output
      let names = loaded.split(separator: "\n").compactMap { $0.split(separator: " ").first }.map(String.init)
      #expect(!names.contains { $0.hasPrefix("libswift") || $0.hasPrefix("libFoundation") }, "\(names)")
      #expect(names.count <= 12, "\(names)")
    #endif
  }

  @Test("starts in 15 ms", .enabled(if: Program.isRelease, "needs the release build"))
  func start() throws {
    // The quickest of many runs: the machine may be busy, but the program cannot be quicker than it is. While other
    // tests take all of the machine, it is tried for as long as they may last.
    let limit = Duration.milliseconds(15 + Self.harness)
    let end = ContinuousClock.now + .seconds(120)
    var quickest = Duration.seconds(1)
    while quickest >= limit, ContinuousClock.now < end {
      quickest = min(quickest, try ContinuousClock().measure { _ = try Program.run("--version") })
    }
    #expect(quickest < limit, "\(quickest)")
  }

  /// What starting any process costs through the test's own machinery.
  private static let harness = 10
}
