import Disk
import Foundation
import Inventory

/// How fast a tree of files is searched for leaks, and what is found in it: `RedactionBenchmark FOLDER [SAMPLES]`.
@main
struct RedactionBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { exit(2) }
    let root = Path(arguments[1])
    let files = try Tree(walking: root, taking: .everything).files.map {
      try File.read(root.appending($0.path.bytes))
    }
    let size = files.reduce(0) { $0 + $1.count }
    let scanner = LeakScanner(depth: .page)
    report("forms", size) { for file in files { _ = scanner.leaks(in: file.span) } }
    let secrets = SecretValues((0..<20).map { "benchmark-secret-\($0 * 7919)" })
    let armed = LeakScanner(depth: .page, secrets: secrets)
    report("forms and 20 secrets", size) { for file in files { _ = armed.leaks(in: file.span) } }
    let samples = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 0
    for kind in Leak.Kind.allCases {
      let found = files.flatMap { file in
        scanner.leaks(in: file.span).filter { $0.kind == kind }.map {
          String(decoding: file[$0.range], as: UTF8.self)
        }
      }
      guard !found.isEmpty else { continue }
      print("  \(kind.rawValue): \(found.count)")
      for text in Set(found).sorted().prefix(samples) { print("    \(text.prefix(120))") }
    }
  }

  private static func report(_ what: String, _ size: Int, _ work: () -> Void) {
    let rounds = 3
    let start = clock()
    for _ in 0..<rounds { work() }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(rounds)
    print(
      String(
        format: "%@: %.0f MB/s of CPU time (%.1f MB)", what, Double(size) / 1e6 / seconds, Double(size) / 1e6)
    )
  }
}
