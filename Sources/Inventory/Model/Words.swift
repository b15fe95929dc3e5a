import Nodes

// The words that fields may hold.

/// How far along a thing's life is.
public enum LifeStatus: String, CaseIterable, Readable, Factual {
  case active, planned, reference, degraded, retired

  /// Whether it is there to be looked at: what is planned, retired or only a design never drifts.
  public var exists: Bool { self == .active || self == .degraded }
}

/// Who may know of a thing at all.
public enum Visibility: String, CaseIterable, Readable, Factual {
  case `public`, `private`
}

/// From where an application can be reached.
public enum Exposure: String, CaseIterable, Readable, Factual {
  case `public`, lan, vpn, none
}

/// What a machine is used for.
public enum HostRole: String, CaseIterable, Readable, Factual {
  case hypervisor, node, nas, router, `switch`, ups
}

/// What a disk is.
public enum DiskKind: String, CaseIterable, Readable, Factual {
  case nvme, ssd, hdd
}

/// What a platform is.
public enum PlatformKind: String, CaseIterable, Readable, Factual {
  case os, hypervisor
}

/// Whether a cluster keeps data.
public enum WorkloadKind: String, CaseIterable, Readable, Factual {
  case stateless, stateful, mixed
}

/// What a node does in its cluster.
public enum NodeRole: String, CaseIterable, Readable, Factual {
  case controlPlane = "control-plane"
  case worker, single

  /// Whether it keeps the cluster's state.
  public var isControlPlane: Bool { self != .worker }
}

/// What stands before a control plane.
public enum Endpoint: String, CaseIterable, Readable, Factual {
  case node, vip, lb
}

/// What a component is for; the stack is grouped by it.
public enum ComponentCategory: String, CaseIterable, Readable, Factual {
  case orchestration, gitops, virtualization, network, security, data, storage, observability, backup, ci
}

/// How far a plan is.
public enum RoadmapStatus: String, CaseIterable, Readable, Factual {
  case planned, doing, done, dropped
}

/// Whether the address towards the internet stays.
public enum PublicAddress: String, CaseIterable, Readable, Factual {
  case `static`, dynamic
}

extension GuestKind: Factual {}
extension KubeProxy: Factual {}
