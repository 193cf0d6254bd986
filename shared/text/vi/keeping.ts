export const keeping = {
  room: {
    low: (free: string) => `Ổ đĩa còn ${free}: sắp hết chỗ`,
    stop: (free: string) => `Ổ đĩa chỉ còn ${free}: tạm dừng nhận bản quét và tệp`,
  },
};
