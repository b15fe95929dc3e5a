import Diagnostics
import Disk
import Nodes
import Templates

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Renders a page of a folder many times: PAGES NAME OUTPUT prints the CPU time of one rendering in microseconds,
/// PAGES NAME ROUNDS renders that often and prints nothing.
@main
struct TemplatesBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { exit(2) }
    let pages = Path(arguments[1])
    let json = Source(path: "data.json", bytes: try File.read(pages.appending("data.json")))
    let data = Value(try JSON.read(json))
    var texts: [String: [UInt8]] = [:]
    for file in try Tree(walking: pages).files where file.path.text.hasSuffix(".html") {
      texts[file.path.text] = try File.read(pages.appending(file.path.bytes))
    }
    let environment = Environment { [texts] name in texts[name] }
    let template = try environment.template(named: arguments[2])
    var out: [UInt8] = []
    try template.render(data, into: &out)
    if let rounds = Int(arguments[3]) {
      for _ in 0..<rounds { try render(template, data, into: &out) }
    } else {
      try File.write(out, to: Path(arguments[3]))
      print(try bestTime { try render(template, data, into: &out) })
    }
  }

  private static func render(_ template: Template, _ data: Value, into out: inout [UInt8]) throws {
    out.removeAll(keepingCapacity: true)
    try template.render(data, into: &out)
  }

  /// The least of five means, in microseconds.
  private static func bestTime(_ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = clock()
      var rounds = 0
      while clock() - start < CLOCKS_PER_SEC / 5 {
        try work()
        rounds += 1
      }
      best = min(best, Double(clock() - start) * 1e6 / Double(CLOCKS_PER_SEC) / Double(rounds))
    }
    return best
  }
}
