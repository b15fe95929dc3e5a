import Diagnostics
import Glibc
import Inventory
import Language

/// How long an inventory of 50 clusters, 2,000 nodes on as many hosts and 20,000 applications takes: reading with all
/// checks, then what is derived from it. Prints the time that passes and that of the processors, the best of some rounds.
@main
struct InventoryBenchmark {
  private static let rounds = 5

  static func main() {
    let sources = [Source(path: "inventory/all.yaml", bytes: Array(yaml.utf8))]
    print("\(sources[0].bytes.count / 1000) kB")
    var declared = Declared.empty
    best("read and checked") { declared = Declared.read(sources).declared }
    print("  \(declared.records.count) things")
    var homelab = Homelab.empty
    best("related") {
      homelab = Homelab(declared: declared, snapshots: [], now: Instant(seconds: 1_795_176_720))
    }
    var facts = 0
    best("derived") { [homelab, declared] in
      facts = 0
      for record in declared.records { facts += homelab.derivedFacts(of: record.id).rows.count }
    }
    print("  \(facts) derived facts")
  }

  private static var yaml: String {
    var yaml = "inventory: {version: 1}\nplatforms: {pve: {kind: hypervisor}}\n"
    func block(_ name: String, _ count: Int, _ line: (Int) -> String) {
      yaml += "\(name):\n" + (0..<count).map { "  \(line($0))\n" }.joined()
    }
    block("clusters", 50) { "c\($0): {distribution: k3s, version: '>=1.33', gitops: 'component:flux'}" }
    block("components", 1) { _ in "flux: {category: gitops, runsOn: ['cluster:c0', 'cluster:c1']}" }
    block("hosts", 1000) {
      "h\($0): {platform: 'platform:pve', roles: [hypervisor], memory: 32 GiB, cpu: {cores: 8}}"
    }
    block("guests", 2000) { "g\($0): {kind: lxc, runsOn: 'host:h\($0 / 2)', memory: 8 GiB}" }
    block("nodes", 2000) {
      "n\($0): {cluster: 'cluster:c\($0 % 50)', role: \($0 < 50 ? "control-plane" : "worker"), runsOn: 'guest:g\($0)'}"
    }
    block("apps", 20_000) {
      "a\($0): {cluster: 'cluster:c\($0 % 50)', exposure: lan, category: web, dependsOn: ['app:a\($0 / 2)']}"
    }
    return yaml
  }

  private static func best(_ what: String, _ work: () -> Void) {
    var (best, busy) = (Double.infinity, Double.infinity)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      let start = userSeconds()
      let passed = clock.measure(work) / .seconds(1)
      best = min(best, passed)
      busy = min(busy, userSeconds() - start)
    }
    func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }
    print("\(what): \(milliseconds(best)) ms, processors \(milliseconds(busy)) ms")
  }

  private static func userSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
  }
}
