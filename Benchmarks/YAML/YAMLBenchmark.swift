import Diagnostics
import Foundation
import Frontmatter
import Nodes

/// The times that reading all headers of a file, separated by NULs, into nodes and into metadata take.
@main
struct YAMLBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rounds = Int(arguments[2]) else { exit(2) }
    let headers = [UInt8](try Data(contentsOf: URL(filePath: arguments[1]))).split(separator: 0)
    let sources = headers.map { Source(path: "header", bytes: Array($0)) }
    let files = headers.map {
      Source(path: "entrada.md", bytes: Array("---\n".utf8) + $0 + Array("---\n".utf8))
    }
    var refused = 0
    let nodes = milliseconds(rounds) {
      for source in sources {
        do throws(Report) {
          _ = try YAML.read(source)
        } catch {
          refused += 1
        }
      }
    }
    var told = 0
    let metadata = milliseconds(rounds) {
      for file in files where !Header(of: file).report.isEmpty { told += 1 }
    }
    print(nodes, refused / rounds, metadata, told / rounds)
  }

  private static func milliseconds(_ rounds: Int, _ work: () -> Void) -> Double {
    let start = clock()
    for _ in 0..<rounds { work() }
    return Double(clock() - start) * 1e3 / Double(CLOCKS_PER_SEC) / Double(rounds)
  }
}
