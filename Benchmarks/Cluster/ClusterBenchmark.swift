import Diagnostics
import Disk
import Glibc
import Inventory
import Language
import Nodes

/// Pulls clusters by a kubeconfig whose contexts are numbers, and prints the time of the processor: KUBECONFIG CLUSTERS.
@main
struct ClusterBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    let pull = PullContext(
      root: Path("."), environment: [:], now: Instant(seconds: 1_795_176_720), allowsExec: false,
      deadline: .now + .seconds(600))
    var nodes = 0
    var workloads = 0
    let start = ContinuousClock.now
    for number in 0..<(Int(arguments[2]) ?? 1) {
      let text = "{id: k8s, type: kubernetes, kubeconfig: \(arguments[1]), context: '\(number)'}"
      let source = Source(path: "benchmark", bytes: Array(text.utf8))
      let settings = try SourceSettings.decode(YAML.read(source), from: source).value
      let answer = try KubernetesSource(settings, at: SourcePlace(path: "benchmark")).fetch(in: pull)
      nodes += answer.facts.nodes.count
      workloads += answer.facts.workloads.count
    }
    let wall = start.duration(to: .now)
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    let system = Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
    print(
      "\(nodes) nodes, \(workloads) workloads: \(wall), processor \(user) s of ours, \(system) s of the system's"
    )
  }
}
