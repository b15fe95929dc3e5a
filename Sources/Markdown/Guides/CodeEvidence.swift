/// How much a line looks like code of a language; two points say that it does.
///
/// | a line …                                                   | points |
/// |------------------------------------------------------------|--------|
/// | begins with `$ ` and goes on                               | 4      |
/// | begins with a known command, perhaps after `sudo`          | 2      |
/// | sets a variable: `NAME=…`, `export NAME=…`                 | 3      |
/// | has an option `-x`, a pipe, a redirection, a path, a `=`, ends in `\` | 1 each |
/// | has a word of prose outside quotes (`para`, `the`)         | −3     |
/// | ends as a sentence does                                    | −3     |
enum CodeEvidence {
  /// Points for a command of the shell.
  static func command(_ text: String) -> Int {
    var words = words(of: text)
    guard let first = words.first else { return 0 }
    if first == "$", words.count > 1 { return words.contains(where: prose.contains) ? 0 : 4 }
    var points = assignment(first) && words.count == 1 || first == "export" && words.count > 1 ? 3 : 0
    while let word = words.first, word == "sudo" || assignment(word) { words.removeFirst() }
    guard let name = words.first else { return points }
    if commands.contains(name) || name.hasPrefix("./") {
      points += words.count > 1 || name.hasPrefix("./") ? 2 : 0
    }
    guard points > 0 else { return 0 }
    for word in words.dropFirst() {
      if prose.contains(word) { points -= 3 }
      if word.hasPrefix("-") || word.contains("/") || word.contains("=") || signs.contains(word) {
        points += 1
      }
    }
    if let last = words.last?.utf8.last, words.last != ".", words.last != "..", "!?:;,.".utf8.contains(last) {
      points -= 3
    }
    return points
  }

  /// The words outside quotes, up to a comment; a quoted text counts as one word `"`.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var quote: UInt8?
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll()
    }
    for byte in text.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = byte
        word.append(byte)
      case UInt8(ascii: "#") where word.isEmpty:
        return words
      case 0...0x20: close()
      default: word.append(byte)
      }
    }
    close()
    return words
  }

  static func isComment(_ text: String) -> Bool { text.hasPrefix("#") && !text.hasPrefix("##") }

  /// The word that ends a here-document opened on this line.
  static func hereDocument(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let index = bytes.indices.first(where: { bytes[$0...].starts(with: "<<".utf8) }) else { return nil }
    let word = bytes[(index + 2)...].drop { $0 == 0x20 || $0 == 0x2D || $0 == 0x22 || $0 == 0x27 }
      .prefix { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F || $0 >= 0x61 && $0 <= 0x7A }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  private static func assignment(_ word: String) -> Bool {
    let name = word.utf8.prefix { $0 != UInt8(ascii: "=") }
    return name.count < word.utf8.count && !name.isEmpty
      && name.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39 }
  }

  private static let signs: Set<String> = ["|", "||", "&&", ">", ">>", "<", "\\", "&", "2>&1"]

  private static let prose: Set<String> = [
    "el", "la", "los", "las", "un", "una", "es", "son", "de", "del", "que", "para", "con", "en", "y", "o",
    "por", "se",
    "como", "su", "al", "no", "si", "más", "está", "the", "is", "are", "of", "to", "and", "or", "with",
    "this", "that",
    "your", "you",
  ]

  static let commands: Set<String> = [
    "ansible", "ansible-galaxy", "ansible-playbook", "apk", "apt", "apt-get", "argocd", "aws", "awk", "az",
    "brew", "bash",
    "cargo", "cat", "cd", "chmod", "chown", "cilium", "cp", "crictl", "ctr", "curl", "dd", "dig", "dnf",
    "docker",
    "docker-compose", "echo", "etcdctl", "export", "find", "flux", "gcloud", "git", "go", "grep", "helm",
    "hostnamectl",
    "htop", "ip", "iptables", "jq", "journalctl", "k3d", "k3s", "k9s", "kind", "kubeadm", "kubectl",
    "kubeseal",
    "kustomize", "ln", "ls", "longhornctl", "lsblk", "make", "minikube", "mkdir", "mkfs.ext4", "modprobe",
    "mount", "mv",
    "nano", "nix", "nix-shell", "nixos-rebuild", "node", "npm", "npx", "openssl", "pacman", "pct", "ping",
    "pip", "pip3",
    "pnpm", "podman", "psql", "pvecm", "pvesm", "python", "python3", "qm", "restic", "rm", "rsync", "scp",
    "sed",
    "skopeo", "snap", "sops", "source", "ssh", "ssh-copy-id", "ssh-keygen", "swapoff", "sysctl", "systemctl",
    "tailscale",
    "talosctl", "talhelper", "tar", "tee", "terraform", "tofu", "touch", "ufw", "umount", "unzip", "useradd",
    "usermod",
    "vault", "velero", "vim", "wget", "wg", "xz", "yarn", "yum", "zfs", "zpool", "zypper",
  ]
}
