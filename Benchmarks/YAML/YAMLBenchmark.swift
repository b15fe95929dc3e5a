import Diagnostics
import Foundation
import Nodes

/// The time that reading all headers of a file, separated by NULs, into nodes takes.
@main
struct YAMLBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rounds = Int(arguments[2]) else { exit(2) }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
    let sources = bytes.split(separator: 0).map { Source(path: "header", bytes: Array($0)) }
    var refused = 0
    let start = clock()
    for _ in 0..<rounds {
      for source in sources {
        do throws(Report) {
          _ = try YAML.read(source)
        } catch {
          refused += 1
        }
      }
    }
    let milliseconds = Double(clock() - start) * 1e3 / Double(CLOCKS_PER_SEC) / Double(rounds)
    print(milliseconds, refused / rounds)
  }
}
