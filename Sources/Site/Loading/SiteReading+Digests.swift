import Bytes
import Disk
import Inventory
import Language
import Nodes

// MARK: Digests of what is read whole

extension SiteReading {
  /// Of all files of the inventory, of what is said of it, and of how fresh its facts are: until when they stay so.
  func digest(of homelab: Homelab?) -> UInt64 {
    var mixer = Mixer()
    mixer.add(FolderDigest(of: folder.root.appending(InventoryFolder.name)).value)
    mixer.add(configuration.blocks.inventory)
    mixer.add(homelab?.nextChange?.seconds)
    return mixer.value
  }

  /// Of all that decides how texts are read.
  static func digest(of folder: SiteFolder, _ settings: ContentSettings) -> UInt64 {
    let configuration = folder.configuration
    var mixer = Mixer()
    mixer.add(FolderDigest(of: folder.root.appending(SiteGrammars.folder)).value)
    mixer.add(configuration.language.text)
    mixer.add(configuration.timeZone.value.text)
    mixer.add("\(configuration.markdown)")
    for name in settings.ownTaxonomies { mixer.add(name) }
    for block in [configuration.blocks.highlight, configuration.blocks.images, configuration.blocks.search] {
      mixer.add(block)
    }
    return mixer.value
  }
}

extension Mixer {
  /// A block of a file as it is written, wherever it stands.
  fileprivate mutating func add(_ node: Node?) {
    guard let node else { return add(3) }
    var packer = Packer()
    node.pack(into: &packer)
    add(packer.bytes)
  }
}
