import Nodes

/// What a source is.
public enum SourceType: String, CaseIterable, Readable {
  case kubernetes, prometheus, proxmox, gitops, file, command

  /// The keys that mean something to it, besides those of all.
  var takes: [String] {
    switch self {
    case .kubernetes: ["kubeconfig", "context", "insecure"]
    case .prometheus:
      ["address", "authority", "server_name", "token", "username", "password", "queries"]
    case .proxmox: ["address", "authority", "server_name", "token"]
    case .gitops: ["path", "apps"]
    case .file: ["path", "format"]
    case .command: ["argv", "format"]
    }
  }

  /// The keys it cannot do without.
  var needs: [String] {
    switch self {
    case .kubernetes: []
    case .prometheus: ["address", "queries"]
    case .proxmox: ["address", "token"]
    case .gitops, .file: ["path"]
    case .command: ["argv"]
    }
  }
}

/// What a file or the output of a command is.
public enum FileFormat: String, CaseIterable, Readable {
  /// Facts as `docs/inventory-live.md` describes them, as JSON or YAML.
  case facts
  /// What `talosctl get members -o json` prints.
  case talosMembers = "talos-members"
  /// The `talconfig.yaml` of talhelper.
  case talhelper
}
