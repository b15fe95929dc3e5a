import Disk
import Foundation
import Site
import TestSupport
import Testing

@Suite("A build that is stopped")
struct InterruptedOutputTests {
  private static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/debug/OutputBenchmark")
  /// Enough that each part of a build takes a while, few enough that a hundred builds do not.
  private static let count = 120
  private static let kills = ProcessInfo.processInfo.environment["SITEGEN_SLOW_TESTS"] == nil ? 30 : 1000

  private func start(_ site: OutputFolder, version: Int) throws -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [site.root.path, "\(Self.count)", "\(version)"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test("at any instant leaves each file old or new, and the next one finishes", .timeLimit(.minutes(10)))
  func killed() throws {
    let seed = Seed.current
    var dice = Dice(seed: seed)
    let site = try OutputFolder()
    let reference = try (0..<6).map { version in
      let site = try OutputFolder()
      let process = try start(site, version: version)
      process.waitUntilExit()
      return try site.tree()
    }
    var version = 0
    var stopped = 0
    for round in 0..<Self.kills {
      let next = Int.random(in: 0..<6, using: &dice)
      // From before the first file to after the last.
      let process = try start(site, version: next)
      usleep(UInt32.random(in: 0...20_000, using: &dice))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { stopped += 1 }
      for (path, content) in File.exists(site.output) ? try site.tree() : [:] {
        let isKnown = content == reference[version][path] || content == reference[next][path]
        #expect(isKnown, "seed \(seed), round \(round): \(path) is neither old nor new")
      }
      let rest = try start(site, version: next)
      rest.waitUntilExit()
      #expect(rest.terminationStatus == 0, "seed \(seed), round \(round)")
      #expect(try site.tree() == reference[next], "seed \(seed), round \(round)")
      #expect(try site.names() == [".sitegen", "public"], "seed \(seed), round \(round)")
      version = next
    }
    #expect(stopped > Self.kills / 4, "too few builds were stopped in the midst")
  }
}
