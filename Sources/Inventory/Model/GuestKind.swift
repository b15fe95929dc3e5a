import Nodes

/// What a guest of a hypervisor is.
public enum GuestKind: String, CaseIterable, Readable {
  case lxc, vm
}
