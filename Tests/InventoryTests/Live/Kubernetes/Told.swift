import Foundation
import Language
import Testing

@testable import Inventory

/// What was read of a cluster, in the shape of the recordings' `expected.json`.
struct Told {
  private let observed: Observed

  init(_ observed: Observed) { self.observed = observed }

  var sections: [String: Any] {
    [
      "installed": installed, "totals": totals, "nodes": observed.nodes.mapValues(node),
      "workloads": observed.workloads.mapValues(workload),
      "ingresses": keyed("ingress", observed.exposures, ingress),
      "httproutes": keyed("httproute", observed.exposures, route), "gitops": gitops,
      "postgres": observed.databases.mapValues(postgres),
      "longhorn": observed.storage["longhorn"].map(longhorn) ?? [:],
    ]
  }

  /// What of an expected section may come out: names inside the network are withheld or cut, markup is refused.
  static func published(_ expected: Any, in section: String) -> Any {
    switch expected {
    case let map as [String: Any]:
      var kept: [String: Any] = [:]
      for (key, value) in map where key != "readyNote" {
        if key == "hostsToWithhold" {
          kept[key] = (value as? [Any])?.count ?? 0
        } else {
          kept[key.replacing("backup-to-nas.lan", with: "backup-to-nas")] = published(value, in: section)
        }
      }
      return kept
    case let list as [Any]: return list.map { published($0, in: section) }
    case let text as String where text.contains("<script>") || text == "digest": return NSNull()
    case let text as String: return text.replacing(" (semver range)", with: "")
    default: return expected
    }
  }
}

extension Told {
  private var installed: [String: Any] {
    let names = [
      "flux": "flux", "argocd": "argocd", "cnpg": "cnpg", "longhorn": "longhorn", "gatewayApi": "gateway-api",
    ]
    return names.mapValues { observed.cluster?.installed.contains($0) == true }
  }

  private var totals: [String: Any] {
    [
      "nodes": observed.nodes.count,
      "cpuMillicores": observed.nodes.values.compactMap(\.millicores).reduce(0, +),
      "memoryBytes": observed.nodes.values.compactMap(\.memory).reduce(0, +),
    ]
  }

  private func node(_ node: ObservedNode) -> [String: Any] {
    [
      "roles": node.roles, "ready": or(node.readiness?.rawValue), "schedulable": or(node.isSchedulable),
      "kubeletVersion": or(node.kubeletVersion), "osImage": or(node.osImage),
      "kernelVersion": or(node.kernelVersion), "architecture": or(node.architecture),
      "containerRuntimeVersion": or(node.runtimeVersion),
      "capacity": [
        "cpuMillicores": or(node.millicores), "memoryBytes": or(node.memory),
        "ephemeralStorageBytes": or(node.storage),
      ],
      "devices": node.devices,
    ]
  }

  private func workload(_ workload: ObservedWorkload) -> [String: Any] {
    [
      "desired": or(workload.desired), "ready": or(workload.ready), "version": workload.version ?? "",
      "images": workload.images.map { ["name": or($0.name), "tag": or($0.tag)] },
    ]
  }

  private func ingress(_ exposure: ObservedExposure) -> [String: Any] {
    [
      "class": or(exposure.className), "tls": or(exposure.hasTLS), "hosts": exposure.hosts,
      "hostsToWithhold": exposure.withheldHosts ?? 0,
    ]
  }

  private func route(_ exposure: ObservedExposure) -> [String: Any] {
    [
      "gateway": or(exposure.gateway), "accepted": or(exposure.isAccepted), "hosts": exposure.hosts,
      "hostsToWithhold": exposure.withheldHosts ?? 0,
    ]
  }

  private var gitops: [String: Any] {
    let all: [String: Any] = [
      "gitrepositories": keyed("gitrepository", observed.deliveries) { delivery in
        flux(delivery).merging(["revision": or(delivery.revision), "sha": or(delivery.commit)]) { $1 }
      },
      "kustomizations": keyed("kustomization", observed.deliveries) { delivery in
        flux(delivery).merging(["sha": or(delivery.commit)]) { $1 }
      },
      "ocirepositories": keyed("ocirepository", observed.deliveries) { delivery in
        ["ref": or(delivery.revision), "version": or(delivery.version), "ready": or(delivery.isReady)]
      },
      "helmreleases": keyed("helmrelease", observed.deliveries) { delivery in
        flux(delivery).merging(
          [
            "chart": or(delivery.chart), "chartVersion": or(delivery.chartVersion),
            "appVersion": or(delivery.version),
          ]) { $1 }
      },
      "applications": keyed("application", observed.deliveries) { delivery in
        [
          "namespace": or(delivery.namespace), "sync": or(delivery.sync), "health": or(delivery.health),
          "images": delivery.images.map { "\($0.name ?? ""):\($0.tag ?? "")" },
        ]
      },
    ]
    return all.filter { ($0.value as? [String: Any])?.isEmpty == false }
  }

  private func flux(_ delivery: ObservedDelivery) -> [String: Any] {
    ["ready": or(delivery.isReady), "reason": or(delivery.reason), "suspended": delivery.isSuspended]
  }

  private func postgres(_ database: ObservedDatabase) -> [String: Any] {
    [
      "instances": or(database.instances), "ready": or(database.ready), "phase": or(database.phase),
      "version": or(database.version), "major": or(database.major), "storageBytes": or(database.storage),
      "lastSuccessfulBackup": or(database.lastBackup?.rfc3339),
      "continuousArchiving": or(database.isArchiving),
    ]
  }

  private func longhorn(_ storage: ObservedStorage) -> [String: Any] {
    [
      "version": or(storage.version),
      "volumes": [
        "count": or(storage.volumes), "byRobustness": storage.byRobustness, "byState": storage.byState,
        "sizeBytes": or(storage.size),
      ],
      "disks": [
        "count": or(storage.disks), "nodesReady": or(storage.readyNodes),
        "maximumBytes": or(storage.capacity),
        "availableBytes": or(storage.available),
      ],
      "defaultReplicaCount": or(storage.replicas),
    ]
  }

  private func keyed<Value>(
    _ kind: String, _ facts: [String: Value], _ told: (Value) -> [String: Any]
  ) -> [String: Any] {
    var found: [String: Any] = [:]
    for (key, value) in facts where key.hasPrefix("\(kind)/") {
      found[String(key.dropFirst(kind.count + 1))] = told(value)
    }
    return found
  }

  private func or(_ value: Any?) -> Any { value ?? NSNull() }
}

/// Compares two JSON values leaf by leaf, so that a failure names what differs.
func expectSame(
  _ actual: Any, _ expected: Any, at place: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let (mine, theirs) = (leaves(of: actual), leaves(of: expected))
  for path in Set(mine.keys).union(theirs.keys).sorted() where mine[path] != theirs[path] {
    Issue.record(
      "\(place)\(path): got \(mine[path] ?? "nothing"), expected \(theirs[path] ?? "nothing")",
      sourceLocation: sourceLocation)
  }
}

private func leaves(of value: Any, at path: String = "") -> [String: String] {
  switch value {
  case let map as [String: Any]:
    map.reduce(into: [path: "map of \(map.count)"]) { all, pair in
      all.merge(leaves(of: pair.value, at: "\(path)/\(pair.key)")) { $1 }
    }
  case let list as [Any]:
    list.enumerated().reduce(into: [path: "list of \(list.count)"]) { all, pair in
      all.merge(leaves(of: pair.element, at: "\(path)/\(pair.offset)")) { $1 }
    }
  // Truth values and numbers of Foundation are one type.
  case let number as NSNumber: [path: number.stringValue]
  default: [path: "\(value)"]
  }
}
