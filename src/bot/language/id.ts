import type { Vocabulary } from './vocabulary.ts';

export const id: Vocabulary = {
  phrases: {
    greet:
      'halo, hallo, hai, haii, hei, selamat pagi, selamat siang, selamat sore, selamat malam, pagi, siang, sore, malam, permisi, assalamualaikum, salam, halo kak, hai kak, halo min, mulai',
    catalog:
      'katalog, menu, produk, daftar, daftar produk, daftar harga, toko, barang, jual apa, jual apa saja, jual apa aja, ada apa, ada apa saja, ada apa aja, apa saja, produk apa saja, harga, price list, pricelist, mau lihat produk',
    cart: 'keranjang, keranjang saya, keranjangku, total, totalnya, total berapa, totalnya berapa, berapa total, berapa totalnya, jadi berapa, semuanya berapa, berapa semuanya, isi keranjang, apa isi keranjang, apa isi keranjang saya',
    checkout:
      'cekout, cek out, pesan, pesan sekarang, pesan semua, buat pesanan, beli, beli sekarang, order sekarang, lanjut, lanjutkan, itu saja, itu aja, sudah itu saja, sudah, udah, cukup, selesai, selesaikan, selesaikan pesanan, konfirmasi, konfirmasi pesanan, proses, proses pesanan',
    pay: 'bayar, bayar sekarang, mau bayar, saya mau bayar, aku mau bayar, bayar pesanan, bayar pesanan saya, pembayaran, byr, bayarkan, lanjut bayar, ingin bayar',
    payByCard:
      'kartu, pakai kartu, pake kartu, dengan kartu, bayar pakai kartu, bayar pake kartu, bayar dengan kartu, bayar kartu, kartu kredit, kartu debit, bayar pakai kartu kredit, bayar dengan kartu kredit, bayar pakai kartu debit, bayar dengan kartu debit, pakai kartu kredit, pakai kartu debit, mau bayar pakai kartu',
    payFromBalance:
      'saldo, dompet, pakai saldo, pake saldo, dengan saldo, dari saldo, pakai dompet, dari dompet, bayar pakai saldo, bayar pake saldo, bayar dengan saldo, bayar dari saldo, bayar saldo, bayar pakai dompet, bayar dengan dompet, bayar dari dompet, dompet digital',
    payInCash:
      'tunai, bayar tunai, dengan tunai, pakai tunai, bayar cash, bayar di tempat, bayar ditempat, di tempat, bayar saat sampai, bayar saat terima, bayar pakai tunai, bayar dengan tunai, bayar pakai cash, uang tunai, bayar cod',
    cancel:
      'batal, batalkan, batalin, batal pesan, batal pesanan, batalkan pesanan, batalkan pesanan saya, batalkan order, mau batal, mau batalkan, saya mau batal, saya mau batalkan pesanan, tidak jadi, gak jadi, ga jadi, nggak jadi, cancel pesanan',
    status:
      'pesanan, pesanan saya, pesananku, status pesanan, status pesanan saya, status order, lacak, lacak pesanan, lacak pesanan saya, di mana pesanan saya, dimana pesanan saya, mana pesanan saya, pesanan saya di mana, pesanan saya dimana, kapan sampai, kapan datang, kapan pesanan saya sampai, kapan pesanan sampai, sudah sampai mana, sampai mana',
    help: 'bantuan, tolong, bantu, bantu saya, tolong bantu, butuh bantuan, saya butuh bantuan, minta bantuan, cara pesan, cara order, bagaimana cara pesan, gimana cara pesan, gimana caranya, bagaimana caranya, petunjuk, panduan, ada masalah',
    human:
      'manusia, orang, admin, agen, petugas, cs, operator, penjual, bicara dengan manusia, bicara dengan orang, bicara dengan admin, ngobrol dengan admin, mau bicara dengan orang, mau bicara dengan admin, saya mau bicara dengan admin, saya mau bicara dengan orang, hubungi admin, hubungkan ke admin, hubungkan dengan admin, layanan pelanggan, mau ngomong sama admin, panggil admin, chat admin',
    thanks:
      'terima kasih, terimakasih, makasih, makasi, trims, tks, thanks ya, terima kasih banyak, makasih banyak, makasih ya, makasih kak, terima kasih kak, tengkyu, nuhun, matur nuwun, sampai jumpa, dadah',
    yes: 'ya, iya, yaa, iyaa, betul, benar, yang itu, itu, yang ini, boleh, ya boleh, ya betul, tentu',
    fine: 'oke, ok, okeh, okey, baik, baiklah, siap, sip, sipp, tidak, gak, ga, nggak, enggak, tidak usah, nanti saja, mantap, bagus, wkwk, wkwkwk, oke siap, oke kak',
  },
  add: {
    before:
      'tambah, tambahkan, tambahin, mau, saya mau, aku mau, mau beli, saya mau beli, aku mau beli, mau pesan, saya mau pesan, aku mau pesan, ingin, saya ingin, ingin beli, ingin pesan, saya ingin beli, saya ingin pesan, pesan, beli, minta, saya minta, order, kirim, kirimkan, butuh, saya butuh, perlu, masukkan, masukin, ambil, tolong tambah, tolong tambahkan, kasih, pengen',
    after: 'dong tambah, ditambah, tambah',
  },
  remove: {
    before:
      'hapus, hapuskan, hapusin, buang, keluarkan, keluarin, kurangi, hilangkan, tidak jadi, gak jadi, ga jadi, nggak jadi, batal beli, tanpa, tidak mau, gak mau',
    after: 'dihapus, nggak jadi, gak jadi, ga jadi, tidak jadi',
  },
  find: {
    before:
      'ada, apakah ada, punya, apakah punya, jual, apakah jual, harga, berapa harga, berapa harganya, harganya, cari, mencari, saya cari, lagi cari, lihat, tampilkan, tunjukkan',
    after:
      'ada, ada gak, ada nggak, ada ga, ada tidak, ada kah, berapa, berapa harganya, harganya berapa, ready, tersedia',
  },
  place:
    'ke keranjang, ke keranjang saya, di keranjang, dari keranjang, dari keranjang saya, ke pesanan, dari pesanan, ke dalam keranjang',
  small:
    'tolong, mohon, dong, donk, deh, ya, yah, nih, sih, kak, kakak, min, gan, sis, bang, mas, mbak, pak, bu, saya, aku, yang, itu, ini, lagi, juga, saja, aja, dengan, untuk, buat, di, ke, dari, mau, bisa, bisakah, boleh, nya, pakai, pake, sekarang, dulu, coba, isi, kok',
  show: 'lihat, liat, tampilkan, tunjukkan, tunjukin, buka, cek, lihatin, mana, kasih lihat, kasih liat',
  and: 'dan, sama, plus, serta',
  units:
    'kg, kilo, kilogram, buah, biji, bungkus, pak, pcs, botol, kotak, dus, kardus, karung, kaleng, liter, ikat, ekor, butir, lembar, potong, pasang, sisir, toples, kantong, renteng, sachet, saset, unit',
  numbers: {
    satu: 1,
    sebuah: 1,
    sebungkus: 1,
    sekilo: 1,
    sebotol: 1,
    sekotak: 1,
    sekaleng: 1,
    seikat: 1,
    seliter: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
    sebelas: 11,
    'dua belas': 12,
    'tiga belas': 13,
    'empat belas': 14,
    'lima belas': 15,
    'enam belas': 16,
    'tujuh belas': 17,
    'delapan belas': 18,
    'sembilan belas': 19,
    'dua puluh': 20,
    selusin: 12,
  },
  doubtful: 'lima',
  dozen: 'lusin',
  half: 'setengah, seperempat',
  ordinals: 'pertama, kedua, ketiga, keempat, kelima',
  code: 'kode, kodenya, otp, pin, ini, adalah, saya',
};
