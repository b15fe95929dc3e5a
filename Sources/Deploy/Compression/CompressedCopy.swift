import Disk
import Workers

/// A copy of the built site with compressed forms beside its texts, for programs that send a folder.
struct CompressedCopy {
  let root: Path
  /// The forms of each file that has some.
  let forms: [String: [String]]

  /// Makes the copy; files are names of the site's own where that is possible.
  init(of site: BuiltSite, at root: Path, by compressor: Compressor) throws(DeployFailure) {
    self.root = root
    let kinds = CompressedForm.allCases
    try compressor.prepare(site.files, as: kinds, from: site, workers: Workers(count: Workers.processors))
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.removeTree(root)
      try File.makeFolders(root)
    }
    let names = Set(site.files.map(\.key))
    var forms: [String: [String]] = [:]
    var folders: Set<Path> = []
    for file in site.files {
      let place = root.appending(file.key)
      if folders.insert(place.parent).inserted {
        try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(place.parent) }
      }
      try Self.put(place, like: site.root.appending(file.key))
      for kind in kinds {
        let key = "\(file.key).\(kind.rawValue)"
        guard !names.contains(key), try compressor.bytes(of: file, as: kind) != nil else { continue }
        try Self.put(root.appending(key), like: compressor.place(of: file, kind))
        forms[file.key, default: []].append(key)
      }
    }
    self.forms = forms
    try compressor.forget(allBut: site.files)
  }

  private static func put(_ place: Path, like model: Path) throws(DeployFailure) {
    guard !File.link(model, to: place) else { return }
    try DeployFailure.onDisk { () throws(DiskFailure) in
      try File.write(try File.read(model, limit: .max), to: place, durably: false)
    }
  }
}
